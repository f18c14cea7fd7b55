package vn.binhdang.plan.drafting;

/** What becomes of a task in the plan of the next year. */
enum Fate {
    /** done anew, as every year */
    AGAIN,
    /** not finished: goes on, tied to the old one */
    CARRIED,
    /** not taken over */
    LEFT
}
