package vn.binhdang.execution.urging;

/** What a template is for. */
enum Occasion {
    BEFORE,
    DUE,
    LATE,
    HEAD,
    REPORT;

    /** @param days from the due day: negative before it */
    static Occasion of(int days, Recipient recipient) {
        if (recipient == Recipient.AGENCY_HEAD || recipient == Recipient.UNIT_HEAD) return HEAD;
        return days < 0 ? BEFORE : days == 0 ? DUE : LATE;
    }
}
