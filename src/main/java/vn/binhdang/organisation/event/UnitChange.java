package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/** What happens to which units. Nonsense in itself cannot be made; what the state of the units forbids is refused later. */
public sealed interface UnitChange {
    EventKind kind();

    /** Units that are there already and that only somebody in charge of them may change so. */
    default Set<UnitId> named() {
        var named = new LinkedHashSet<@Nullable UnitId>();
        switch (this) {
            case Create create -> {
                for (var unit : create.units()) named.add(unit.parent());
                for (var unit : create.units()) named.remove(unit.id());
            }
            case Rename rename -> named.add(rename.unit());
            case MergeInto merge -> {
                named.addAll(merge.units());
                named.add(merge.into());
            }
            case Consolidate consolidate -> {
                named.addAll(consolidate.units());
                named.add(consolidate.into().parent());
            }
            case Split split -> {
                named.add(split.unit());
                for (var part : split.parts())
                    named.add(
                            part.founded() == null
                                    ? part.unit()
                                    : part.founded().parent());
            }
            case Move move -> {
                named.addAll(move.units());
                named.add(move.parent());
            }
            case Dissolve dissolve -> named.add(dissolve.unit());
            case TransferFunction transfer -> named.add(transfer.from());
        }
        return named.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** One or, from an import, many; a parent stands before what is below it. */
    record Create(List<NewUnit> units) implements UnitChange {
        public Create {
            units = List.copyOf(units);
            if (units.isEmpty()) throw new IllegalArgumentException("nothing to create");
        }

        public Create(NewUnit unit) {
            this(List.of(unit));
        }

        @Override
        public EventKind kind() {
            return EventKind.CREATE;
        }
    }

    /** Another name, short name, abbreviation or kind; the unit stays the same. */
    record Rename(UnitId unit, Naming naming) implements UnitChange {
        @Override
        public EventKind kind() {
            return EventKind.RENAME;
        }
    }

    /** Sáp nhập: the units end, the other goes on. */
    record MergeInto(List<UnitId> units, UnitId into, Below below) implements UnitChange {
        public MergeInto {
            units = distinct(units, 1);
            if (units.contains(into)) throw new IllegalArgumentException("merged into itself");
        }

        @Override
        public EventKind kind() {
            return EventKind.MERGE_INTO;
        }
    }

    /** Hợp nhất: all of them end, a new one carries on. */
    record Consolidate(List<UnitId> units, NewUnit into, Below below) implements UnitChange {
        public Consolidate {
            units = distinct(units, 2);
        }

        @Override
        public EventKind kind() {
            return EventKind.CONSOLIDATE;
        }
    }

    /** Chia (the unit is none of the parts and ends) or tách (it is one of them and goes on). */
    record Split(UnitId unit, List<Part> parts, Below below) implements UnitChange {
        public Split {
            parts = List.copyOf(parts);
            distinct(parts.stream().map(Part::unit).toList(), 2);
            var sum = parts.stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) throw new IllegalArgumentException("the shares sum to " + sum);
        }

        /** The part that carries most of it, the first of equals. */
        Part main() {
            return parts.stream()
                    .reduce((a, b) -> b.share().compareTo(a.share()) > 0 ? b : a)
                    .orElseThrow();
        }

        @Override
        public EventKind kind() {
            return EventKind.SPLIT;
        }
    }

    /**
     * @param founded null when it is there already
     * @param share more than 0, at most 1, six decimals
     */
    record Part(UnitId unit, @Nullable NewUnit founded, BigDecimal share) {
        public Part {
            if (share.signum() <= 0
                    || share.compareTo(BigDecimal.ONE) > 0
                    || share.stripTrailingZeros().scale() > 6) throw new IllegalArgumentException("share " + share);
        }

        public static Part of(UnitId unit, String share) {
            return new Part(unit, null, new BigDecimal(share));
        }

        public static Part of(NewUnit unit, String share) {
            return new Part(unit.id(), unit, new BigDecimal(share));
        }
    }

    /** Under another unit, or to the top of a tree of its own. */
    record Move(List<UnitId> units, @Nullable UnitId parent) implements UnitChange {
        public Move {
            units = distinct(units, 1);
            if (parent != null && units.contains(parent)) throw new IllegalArgumentException("moved under itself");
        }

        @Override
        public EventKind kind() {
            return EventKind.MOVE;
        }
    }

    /** Giải thể: it ends; others may take over functions. */
    record Dissolve(UnitId unit, List<Taker> takers, Below below) implements UnitChange {
        public Dissolve {
            takers = List.copyOf(takers);
            distinct(takers.stream().map(Taker::unit).toList(), 0);
            if (takers.stream().anyMatch(taker -> taker.unit().equals(unit)))
                throw new IllegalArgumentException("it takes over from itself");
        }

        @Override
        public EventKind kind() {
            return EventKind.DISSOLVE;
        }
    }

    /** @param function what is taken over, in the words of the decision */
    record Taker(UnitId unit, String function) {}

    /** A function goes from one unit to another; both go on. */
    record TransferFunction(UnitId from, UnitId to, String function) implements UnitChange {
        public TransferFunction {
            if (from.equals(to)) throw new IllegalArgumentException("transferred to itself");
        }

        @Override
        public EventKind kind() {
            return EventKind.TRANSFER_FUNCTION;
        }
    }

    private static List<UnitId> distinct(List<UnitId> units, int atLeast) {
        if (new HashSet<>(units).size() != units.size()) throw new IllegalArgumentException("a unit twice");
        if (units.size() < atLeast) throw new IllegalArgumentException("too few units");
        return List.copyOf(units);
    }
}
