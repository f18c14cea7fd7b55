package vn.binhdang.cli;

/** What the commands answer to the shell. */
final class ExitStatus {
    static final int DONE = 0;

    /** A file could not be read or written; the others were. */
    static final int SOME_FAILED = 1;

    /** The documents or the record were read, and errors were found in them. */
    static final int ERRORS_FOUND = 2;

    /** The command was given wrongly: EX_USAGE of BSD's sysexits. */
    static final int USAGE = 64;

    private ExitStatus() {}
}
