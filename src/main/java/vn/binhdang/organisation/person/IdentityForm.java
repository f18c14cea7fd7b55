package vn.binhdang.organisation.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.Register.Sex;

/** Who somebody is, as typed. */
public record IdentityForm(
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String sex,
        @Nullable String birthYear,
        @Nullable String staffCode) {

    public static IdentityForm of(PersonRecord.Identity is) {
        return new IdentityForm(
                is.familyName(),
                is.givenName(),
                is.sex().name(),
                is.birthYear() == null ? "" : is.birthYear().toString(),
                is.staffCode());
    }

    /** Usable when there are no mistakes. */
    public PersonRecord.Identity read(Mistakes mistakes) {
        return new PersonRecord.Identity(
                mistakes.needed("familyName", familyName, 100),
                mistakes.needed("givenName", givenName, 50),
                Sex.valueOf(mistakes.choice("sex", sex, List.of("F", "M", "U"))),
                mistakes.birthYear("birthYear", birthYear),
                mistakes.optional("staffCode", staffCode, 50));
    }
}
