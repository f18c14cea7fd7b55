package vn.binhdang.organisation;

import java.util.List;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.web.Text;

/**
 * A group of ages as the tables of the trade count them ({@code data/age-groups.csv}). Only the year of birth is kept, so
 * the age on a day is the difference of the years.
 *
 * @param from youngest age in the group
 * @param below youngest age that is not in it any more
 */
public record AgeGroup(String code, int from, int below, String nameVi, String nameEn) {
    private static final List<AgeGroup> ALL = DataTable.read(
            "data/age-groups.csv",
            List.of("code", "from_age", "below_age", "name_vi", "name_en", "source", "verified"),
            row -> new AgeGroup(
                    row.text("code"),
                    row.number("from_age"),
                    row.number("below_age"),
                    row.text("name_vi"),
                    row.text("name_en")));

    /** The youngest first. */
    public static List<AgeGroup> all() {
        return ALL;
    }

    public String name(Text t) {
        return t.language().equals("en") ? nameEn : nameVi;
    }
}
