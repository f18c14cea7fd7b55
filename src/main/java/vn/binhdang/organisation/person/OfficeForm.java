package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;

/** An office, as typed; days as dd/mm/yyyy. */
public record OfficeForm(
        @Nullable String unit,
        @Nullable String rank,
        @Nullable String title,
        @Nullable String keyLeader,
        @Nullable String from) {

    static OfficeForm of(Office office) {
        var post = office.post();
        return new OfficeForm(
                post.unit().toString(),
                post.rank().name(),
                post.title(),
                post.keyLeader() ? "1" : null,
                Days.print(office.from()));
    }

    static OfficeForm empty(LocalDate from) {
        return new OfficeForm(null, Rank.MEMBER.name(), null, null, Days.print(from));
    }

    /** The day from which the office is to be held, as far as it can be read: its units are those to choose from. */
    LocalDate day(LocalDate today) {
        return Days.asked(from, today);
    }

    /** With the name of the unit instead of its id, where units are typed. */
    OfficeForm inWords(UnitChoices units, LocalDate today) {
        return new OfficeForm(units.words(unit, day(today)), rank, title, keyLeader, from);
    }

    public boolean isKeyLeader() {
        return keyLeader != null && !keyLeader.isEmpty();
    }

    record Read(Office.Post post, LocalDate from) {}

    /** Empty when there are mistakes. */
    Optional<Read> read(Mistakes mistakes, UnitChoices units, Reach reach) {
        var first = mistakes.day("from", from);
        var place = mistakes.unit("unit", unit, units, reach, first);
        var post = new Office.Post(
                place.orElse(NOWHERE),
                Rank.valueOf(mistakes.choice(
                        "rank",
                        rank,
                        Arrays.stream(Rank.values()).map(Enum::name).toList())),
                mistakes.needed("title", title, 100),
                isKeyLeader());
        return mistakes.none() ? Optional.of(new Read(post, first)) : Optional.empty();
    }

    private static final UnitId NOWHERE = new UnitId(new java.util.UUID(0, 0));
}
