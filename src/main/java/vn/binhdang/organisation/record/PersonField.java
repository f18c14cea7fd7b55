package vn.binhdang.organisation.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.web.Text;

/**
 * Something kept about people ({@code data/person-fields.csv}): nothing is kept that has no row there.
 *
 * @param columns of the database, "person.sex"; a kind of fact as "person_fact.GRADE"
 * @param basis in law; null where none was found
 * @param verified whether the basis was read in its source
 */
public record PersonField(
        List<String> columns,
        String nameVi,
        String nameEn,
        String purposeVi,
        String purposeEn,
        @Nullable String basis,
        boolean verified,
        String seenVi,
        String seenEn,
        String retentionVi,
        String retentionEn) {
    private static final List<PersonField> ALL = DataTable.read(
            "data/person-fields.csv",
            List.of(
                    "columns",
                    "name_vi",
                    "name_en",
                    "purpose_vi",
                    "purpose_en",
                    "basis",
                    "verified",
                    "seen_vi",
                    "seen_en",
                    "retention_vi",
                    "retention_en"),
            row -> new PersonField(
                    row.list("columns"),
                    row.text("name_vi"),
                    row.text("name_en"),
                    row.text("purpose_vi"),
                    row.text("purpose_en"),
                    row.optionalText("basis"),
                    row.yes("verified"),
                    row.text("seen_vi"),
                    row.text("seen_en"),
                    row.text("retention_vi"),
                    row.text("retention_en")));

    static List<PersonField> all() {
        return ALL;
    }

    public String name(Text t) {
        return english(t) ? nameEn : nameVi;
    }

    public String purpose(Text t) {
        return english(t) ? purposeEn : purposeVi;
    }

    public String seen(Text t) {
        return english(t) ? seenEn : seenVi;
    }

    public String retention(Text t) {
        return english(t) ? retentionEn : retentionVi;
    }

    private static boolean english(Text t) {
        return t.language().equals("en");
    }
}
