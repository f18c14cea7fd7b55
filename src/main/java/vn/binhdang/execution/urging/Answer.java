package vn.binhdang.execution.urging;

/** What an addressee says. */
enum Answer {
    DONE,
    /** it will be done by a day */
    PROMISED,
    /** why not */
    NOT_YET,
    /** said by a report on the task itself */
    REPORTED
}
