package vn.binhdang.statistics.collection.board;

/** How far a unit has come with a form of a period. */
enum Standing {
    /** Nobody has begun. */
    NONE,
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** Whether the unit still has to do something. */
    boolean isOpen() {
        return this == NONE || this == DRAFT || this == RETURNED;
    }

    /** Last part of the class of its sign. */
    String mark() {
        return switch (this) {
            case NONE -> "not-started";
            case DRAFT -> "in-progress";
            case SUBMITTED -> "submitted";
            case RETURNED -> "sent-back";
            case ACCEPTED -> "done";
        };
    }
}
