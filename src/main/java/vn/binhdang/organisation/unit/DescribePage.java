package vn.binhdang.organisation.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.AsOf;

/**
 * Codes and spellings of a unit to edit.
 * @param problem why what was typed could not be stored, a sentence
 */
public record DescribePage(
        String id,
        AsOf asOf,
        String name,
        List<UnitPage.CodeLine> codes,
        List<UnitPage.SpellingLine> spellings,
        DescribeForm form,
        @Nullable String problem,
        boolean done) {
    public String href() {
        return "/units/" + id + "/describe";
    }
}
