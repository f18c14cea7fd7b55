package vn.binhdang.plan.cascade;

import java.util.List;
import vn.binhdang.organisation.UnitInPlace;

/**
 * The units that a choice comes to on a day.
 * @param unknown typed names that fit no unit
 * @param ambiguous typed names that fit several
 * @param already how many were left out because the same plan was passed down to them before
 */
record Addressing(List<Addressee> addressees, List<String> unknown, List<String> ambiguous, int already) {
    /** @param inside a part of the agency itself: it gets tasks, not a draft plan */
    record Addressee(UnitInPlace unit, boolean inside) {}

    Addressing {
        addressees = List.copyOf(addressees);
        unknown = List.copyOf(unknown);
        ambiguous = List.copyOf(ambiguous);
    }

    long inside() {
        return addressees.stream().filter(Addressee::inside).count();
    }

    long outside() {
        return addressees.size() - inside();
    }
}
