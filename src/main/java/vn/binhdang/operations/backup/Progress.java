package vn.binhdang.operations.backup;

/** Hears how far a backup or a restore is. */
@FunctionalInterface
interface Progress {
    Progress SILENT = (what, done, of) -> {};

    /** The steps that are shown; each has a text {@code operations.backup.step.<name>}. */
    enum Step {
        ROWS,
        FILES,
        CHECK,
        LOAD,
        COMPARE,
        MIGRATE
    }

    void at(Step step, int done, int of);
}
