package vn.binhdang.organisation.importing;

import java.util.Map;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.sheet.Mistakes;
import vn.binhdang.organisation.sheet.SheetLayout;
import vn.binhdang.organisation.sheet.SheetRow;

/** What the rows of one kind of table mean. */
public interface SheetImporter {
    /** "units": part of addresses and message keys. */
    String kind();

    SheetLayout layout();

    /** Who may do this sees the import; for all others it does not exist. */
    Action needed();

    /** Where to go when it is done. */
    String resultHref();

    /** A fresh look at one file. The same file is looked at again before it is written, inside that transaction. */
    Check begin(Actor actor);

    /** One file being looked at; used by one thread. */
    interface Check {
        /** Each row in the order of the file; what is wrong is said through the row. Keep little. */
        void row(SheetRow row);

        /**
         * After the last row: what needs all of them or the database.
         * @param mistakes those found so far, and where to add more
         */
        Plan finish(Mistakes mistakes, Progress progress);
    }

    /** What would be done. Called only when there was no mistake: {@link #write}. */
    interface Plan {
        Counts counts();

        /** Some of the lines, those that create or change something first. */
        Preview preview(int most);

        /** In the transaction of the caller, who also writes the audit row of the whole; single records write their own. */
        void write(Progress progress);
    }

    record Counts(int creates, int changes, int unchanged) {}

    record Preview(java.util.List<Line> lines) {}

    enum Verdict {
        CREATE,
        CHANGE,
        UNCHANGED
    }

    /**
     * @param label what the row is about: "Xã Tân Tiến"
     * @param place where it belongs: "Tỉnh Bắc Ninh"
     * @param changes by key of the column, "before → after"; empty unless something changes
     */
    record Line(int row, Verdict verdict, String label, String place, Map<String, String> changes) {}

    /** Tells the page how far the work is. */
    interface Progress {
        /**
         * Cheap enough to be called for every row.
         * @throws RuntimeException when the work was cancelled or the product stops; let it pass
         */
        void at(int done, int total);
    }
}
