package vn.binhdang.organisation.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.Naming;

/**
 * A unit of the shipped map. Its id is the same in every installation, so that records about it can be exchanged.
 * @param from where the data begins for units older than it, not their founding
 */
record ReferenceUnit(
        String key,
        UnitId id,
        Naming naming,
        List<String> otherNames,
        @Nullable UnitCode code,
        @Nullable String parent,
        LocalDate from,
        String source,
        boolean verified) {

    static List<ReferenceUnit> all() {
        return DataTable.read(
                "data/reference-units.csv",
                List.of(
                        "key",
                        "id",
                        "kind",
                        "name",
                        "short_name",
                        "other_names",
                        "symbol",
                        "scheme",
                        "code",
                        "parent",
                        "from",
                        "source",
                        "verified"),
                ReferenceUnit::of);
    }

    private static ReferenceUnit of(DataTable.Row row) {
        String scheme = row.optionalText("scheme");
        UUID id = Uuid7.parse(row.text("id"));
        return new ReferenceUnit(
                row.text("key"),
                new UnitId(id),
                new Naming(
                        UnitKind.valueOf(row.text("kind")),
                        row.text("name"),
                        row.optionalText("short_name"),
                        row.optionalText("symbol")),
                row.list("other_names"),
                scheme == null ? null : new UnitCode(CodeScheme.valueOf(scheme), row.text("code")),
                row.optionalText("parent"),
                row.date("from"),
                row.text("source"),
                row.yes("verified"));
    }
}
