package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * An agency as the making of its documents needs it: what is printed on top of them, which units it has and how they are
 * written, who holds an office and may sign.
 *
 * @param itself null on a day on which it does not exist
 * @param letterhead null when it was not set up for that day
 * @param below the units directly below it, in its own order
 * @param aliases other spellings of it and of the units below
 * @param offices of the agency itself: head first, then deputies
 * @param officesBelow the same of the units below, in their order
 */
public record AgencyOnDay(
        UnitId id,
        LocalDate day,
        @Nullable Unit itself,
        @Nullable Letterhead letterhead,
        List<Unit> below,
        Map<UnitId, List<String>> aliases,
        List<OfficeHeld> offices,
        List<OfficeHeld> officesBelow) {
    public AgencyOnDay {
        below = List.copyOf(below);
        aliases = Map.copyOf(aliases);
        offices = List.copyOf(offices);
        officesBelow = List.copyOf(officesBelow);
    }

    /** The agency or a unit directly below it. */
    public Optional<Unit> unit(UnitId wanted) {
        return units().filter(unit -> unit.id().equals(wanted)).findFirst();
    }

    /** How it and its units stand in document symbols, other spellings included: SKHCN, KHCN, VP. */
    public Set<String> abbreviations() {
        return Stream.concat(
                        units().map(Unit::symbolAbbreviation).flatMap(Stream::ofNullable),
                        aliases.values().stream()
                                .flatMap(List::stream)
                                .filter(alias -> alias.chars().noneMatch(Character::isWhitespace)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Unit> units() {
        return Stream.concat(Stream.ofNullable(itself), below.stream());
    }
}
