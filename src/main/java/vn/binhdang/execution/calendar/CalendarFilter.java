package vn.binhdang.execution.calendar;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.plan.PlanId;

/**
 * Whose days are shown, as the address says it; what it says wrongly counts as not said.
 *
 * @param chosen null: nothing was said, and {@link #whose} decides
 * @param unit as typed: a name, or the id of a unit; empty for the own one
 */
record CalendarFilter(
        @Nullable Whose chosen, String unit, @Nullable PlanId plan) {

    static CalendarFilter of(@Nullable String whose, @Nullable String unit, @Nullable String plan) {
        Whose chosen = null;
        for (var one : Whose.values()) if (one.name().equals(whose)) chosen = one;
        return new CalendarFilter(chosen, unit == null ? "" : unit.strip(), planOf(plan));
    }

    private static @Nullable PlanId planOf(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return PlanId.of(text.strip());
        } catch (NotVisible noId) {
            return null;
        }
    }

    /** A plan is shown whole; who follows up or urges looks after the agency, everybody else after a unit. */
    Whose whose(Actor actor) {
        if (chosen != null) return chosen;
        if (!unit.isEmpty()) return Whose.UNIT;
        boolean whole = plan != null || actor.may(Action.FOLLOW_UP_TASKS) || actor.may(Action.URGE_TASKS);
        return whole || actor.unit().equals(actor.agency()) ? Whose.AGENCY : Whose.UNIT;
    }

    CalendarFilter withoutPlan() {
        return new CalendarFilter(chosen, unit, null);
    }

    /** The same days somewhere else: {@code path?whose=…}. */
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<String>();
        if (chosen != null) address.queryParam("whose", chosen.name());
        if (!unit.isEmpty()) {
            address.queryParam("unit", "{unit}");
            values.add(unit);
        }
        if (plan != null) address.queryParam("plan", plan.toString());
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
