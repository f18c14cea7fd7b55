package vn.binhdang.organisation.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param on the day asked about, as it stands in an address
 * @param day the day asked about as people read it
 * @param units to choose from; empty when there are too many for a list
 * @param unitWords the unit asked for, as it is typed where there are too many to choose from
 * @param last whom the next page begins after; null on the last page
 */
public record PeoplePage(
        PeopleFilter filter,
        String on,
        String day,
        boolean isToday,
        List<UnitChoices.Choice> units,
        String unitWords,
        boolean unitUnknown,
        List<PeopleList.Row> rows,
        int total,
        @Nullable String last,
        boolean mayChange,
        boolean mayCount,
        boolean mayAnswer) {

    /** Address of a person on the day asked about. */
    public String href(PeopleList.Row row) {
        return "/people/" + row.id() + (isToday ? "" : "?on=" + on);
    }
}
