package vn.binhdang.execution.urging;

/** How an act of urging stands. */
enum ActState {
    /** a letter that is not sent after all */
    DROPPED("recalled"),
    /** a letter is being prepared */
    WAITING("waiting"),
    ANSWERED("answered"),
    /** open after the day to answer */
    LATE("late"),
    OPEN("soon");

    private final String mark;

    ActState(String mark) {
        this.mark = mark;
    }

    /** Of its style class. */
    String mark() {
        return mark;
    }

    String messageKey() {
        return "execution.urging.state." + name();
    }
}
