package vn.binhdang.messaging;

import java.util.Locale;

/** Why a mail did not go, in classes an operator can act on; the words of the other server may name people and are dropped. */
public enum MailFailure {
    /** no server there, or it does not answer */
    CONNECTION,
    /** no encryption, or a certificate nobody here trusts */
    TLS,
    /** the server does not know our name and password */
    AUTHENTICATION,
    /** there is no such letter box, for good */
    ADDRESS,
    /** this letter was refused for now */
    REFUSED,
    OTHER;

    /** All mail stands still, not only this one: nothing is laid aside, the way is tried again. */
    public boolean ofTheWay() {
        return this == CONNECTION || this == TLS || this == AUTHENTICATION || this == OTHER;
    }

    /** The last part of message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
