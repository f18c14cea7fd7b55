package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.statistics.rollup.UnitsSeen;
import vn.binhdang.web.Text;

/** The unit whose figures a page shows: the one in the address or the field, else the own agency. */
@Component
class ChosenUnits {
    /**
     * @param words as typed, when they did not mean one unit; the page then shows the own agency
     * @param mistake what was wrong with them
     */
    record Chosen(
            UnitId unit, @Nullable String words, @Nullable String mistake) {}

    private final UnitsByName names;

    ChosenUnits(UnitsByName names) {
        this.names = names;
    }

    /** @throws NotVisible for the id of a unit whose figures the actor does not see, or when there is none at all */
    Chosen of(@Nullable String sent, Actor actor, UnitsSeen seen, LocalDate today, Text t) {
        if (sent == null || sent.isBlank()) return new Chosen(own(actor, seen), null, null);
        var id = id(sent.strip());
        if (id.isPresent()) {
            if (!seen.sees(id.get())) throw new NotVisible("figures of unit " + id.get());
            return new Chosen(id.get(), null, null);
        }
        var unit = names.read(sent, today, actor.reach(Action.READ_STATISTICS)).unit();
        return unit == null
                ? new Chosen(own(actor, seen), sent.strip(), t.of("organisation.unitName.unknown"))
                : new Chosen(unit, null, null);
    }

    private static Optional<UnitId> id(String sent) {
        try {
            return sent.length() == 36 ? Optional.of(new UnitId(UUID.fromString(sent))) : Optional.empty();
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    private static UnitId own(Actor actor, UnitsSeen seen) {
        if (seen.sees(actor.agency())) return actor.agency();
        var reach = actor.reach(Action.READ_STATISTICS);
        return java.util.stream.Stream.concat(reach.whole().stream(), reach.only().stream())
                .filter(seen::sees)
                .min(java.util.Comparator.comparing(UnitId::toString))
                .orElseThrow(() -> new NotVisible("no unit whose figures are to be read"));
    }
}
