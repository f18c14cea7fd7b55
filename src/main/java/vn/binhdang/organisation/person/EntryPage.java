package vn.binhdang.organisation.person;

import java.util.List;
import java.util.Map;
import vn.binhdang.organisation.Rank;

/**
 * @param mistakes sentence by field
 * @param namesakes who may be the same person; asked about before anybody is entered twice
 */
public record EntryPage(
        IdentityForm identity,
        OfficeForm office,
        EntryForm facts,
        Map<String, String> mistakes,
        List<Namesakes.Namesake> namesakes,
        List<UnitChoices.Choice> units) {

    public List<Rank> ranks() {
        return List.of(Rank.values());
    }
}
