package vn.binhdang.execution;

/** What somebody has to do with a piece of work; "my work" is grouped so. */
public enum Duty {
    DO,
    READ,
    APPROVE,
    ANSWER;

    public String messageKey() {
        return "execution.duty." + name();
    }
}
