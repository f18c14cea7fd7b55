package vn.binhdang.organisation.person;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that changes one record.
 *
 * @param kind which change, as in the keys of its words: "move", "office.correct", "fact", "leave", "correct"
 * @param action where it is sent
 * @param revision of the record that was shown
 * @param problem why the rules forbid what was sent
 * @param office null in forms without an office; likewise the next two
 */
public record ChangePage(
        String id,
        String name,
        String kind,
        String action,
        int revision,
        @Nullable String problem,
        Map<String, String> mistakes,
        @Nullable OfficeForm office,
        @Nullable IdentityForm identity,
        @Nullable FactForm fact,
        List<UnitChoices.Choice> units) {

    /** @param choice kind and value, "GRADE:SENIOR"; "GRADE:" when it no longer holds */
    public record FactForm(
            @Nullable String choice, @Nullable String from) {}
}
