package vn.binhdang.organisation.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Register.Sex;

/**
 * What the list of staff is narrowed down to.
 *
 * @param words each must occur in name, unit, office or staff code, without regard to case and diacritics
 * @param unit with all that is below it
 * @param leader only those who hold a key leader's office
 * @param on the day asked about
 * @param after the last person of the page before
 */
public record PeopleFilter(
        String words,
        @Nullable UnitId unit,
        @Nullable String status,
        @Nullable Sex sex,
        boolean leader,
        LocalDate on,
        @Nullable PersonId after) {
    private static final int LONGEST = 200;

    /** What a form or an address sends; what is not understood does not narrow anything down. */
    record Asked(
            @Nullable String q,
            @Nullable String unit,
            @Nullable String status,
            @Nullable String sex,
            @Nullable String leader,
            @Nullable String on,
            @Nullable String after) {}

    static PeopleFilter of(Asked asked, LocalDate today) {
        String typed = asked.q == null ? "" : asked.q.strip();
        return new PeopleFilter(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                asked.unit == null ? null : idOr(asked.unit, UnitId::of),
                asked.status != null && FactKind.LEGAL_STATUS.choices().contains(asked.status) ? asked.status : null,
                asked.sex != null && asked.sex.matches("[FMU]") ? Sex.valueOf(asked.sex) : null,
                asked.leader != null && !asked.leader.isEmpty(),
                Days.asked(asked.on, today),
                asked.after == null ? null : idOr(asked.after, PersonId::of));
    }

    PeopleFilter in(UnitId other) {
        return new PeopleFilter(words, other, status, sex, leader, on, after);
    }

    public boolean isEmpty() {
        return words.isEmpty() && unit == null && status == null && sex == null && !leader;
    }

    private static <T> @Nullable T idOr(String text, java.util.function.Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NotVisible e) {
            return null;
        }
    }
}
