package vn.binhdang.kernel;

/** How somebody came to a role: it is their own, or they hold it for somebody else and say so in what they do. */
public enum Capacity {
    OWN,
    /** Q., quyền: leads a unit whose head's post is vacant. */
    ACTING,
    /** TL., thừa lệnh. */
    BY_ORDER,
    /** TUQ., thừa ủy quyền. */
    BY_AUTHORISATION,
    /** Thay: for somebody who is absent. */
    SUBSTITUTE;

    /** Whether it may be handed on: what was received by order, by authorisation or for an absence may not. */
    public boolean mayHandOn() {
        return this == OWN || this == ACTING;
    }

    /** "byOrder": the last part of message keys. */
    public String word() {
        return Action.word(name());
    }
}
