package vn.binhdang.statistics;

/** What stands in a cell of a form; zero is a value. */
public enum CellState {
    /** Nobody has said anything. */
    MISSING,
    VALUE,
    /** The unit says that there is no such thing with it. */
    NOT_APPLICABLE
}
