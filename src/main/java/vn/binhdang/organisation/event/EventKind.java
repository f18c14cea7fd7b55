package vn.binhdang.organisation.event;

/** The legal acts that change units; words in the glossary. */
public enum EventKind {
    CREATE("create"),
    RENAME("rename"),
    MERGE_INTO("mergeInto"),
    CONSOLIDATE("consolidate"),
    SPLIT("split"),
    MOVE("move"),
    DISSOLVE("dissolve"),
    TRANSFER_FUNCTION("transferFunction");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** The last part of addresses and message keys. */
    public String word() {
        return word;
    }
}
