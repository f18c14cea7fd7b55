package vn.binhdang.organisation.person.importing;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.Office;
import vn.binhdang.organisation.person.PersonRecord;

/**
 * One sound row. An empty cell says nothing: of somebody who is known it changes nothing.
 *
 * @param facts present where the cell says something; an empty value where it says "no"
 */
record PeopleRow(
        int number,
        String familyName,
        String givenName,
        Sex sex,
        @Nullable Integer birthYear,
        @Nullable String staffCode,
        UnitId unit,
        String unitName,
        String title,
        @Nullable Rank rank,
        @Nullable Boolean keyLeader,
        LocalDate from,
        Map<FactKind, String> facts,
        PeopleSheetImporter.@Nullable Namesake namesake) {

    String fullName() {
        return familyName + " " + givenName;
    }

    PersonRecord.Identity identity(@Nullable PersonRecord known) {
        return new PersonRecord.Identity(
                familyName,
                givenName,
                sex,
                birthYear == null && known != null ? known.identity().birthYear() : birthYear,
                staffCode == null && known != null ? known.identity().staffCode() : staffCode);
    }

    Office.Post post(@Nullable Office current) {
        boolean stays = current != null && current.post().unit().equals(unit);
        return new Office.Post(
                unit,
                rank != null ? rank : stays && current != null ? current.post().rank() : Rank.MEMBER,
                title,
                keyLeader != null
                        ? keyLeader
                        : stays && current != null && current.post().keyLeader());
    }
}
