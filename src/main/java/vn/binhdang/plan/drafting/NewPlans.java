package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;

/** Begins plans written here: from nothing, or after a plan of an earlier year. */
@Component
class NewPlans {
    /** From October on people write the plan of the coming year. */
    private static final int PLANNING_BEGINS = 10;

    static final int EARLIEST_YEAR = 2000;
    static final int YEARS_AHEAD = 5;

    private final Plans plans;
    private final Units units;
    private final People people;
    private final PlanAfter planAfter;
    private final Clock clock;

    NewPlans(Plans plans, Units units, People people, PlanAfter planAfter, Clock clock) {
        this.plans = plans;
        this.units = units;
        this.people = people;
        this.planAfter = planAfter;
        this.clock = clock;
    }

    int usualYear() {
        var today = LocalDate.now(clock);
        return today.getMonthValue() >= PLANNING_BEGINS ? today.getYear() + 1 : today.getYear();
    }

    /** Fields that cannot stay as they are, with the message that says why. */
    List<TaskForm.Mistake> mistakes(String year, String subject, boolean subjectNeeded) {
        var mistakes = new ArrayList<TaskForm.Mistake>();
        int latest = LocalDate.now(clock).getYear() + YEARS_AHEAD;
        boolean sensible =
                year.matches("\\d{4}") && Integer.parseInt(year) >= EARLIEST_YEAR && Integer.parseInt(year) <= latest;
        if (!sensible) mistakes.add(new TaskForm.Mistake("year", "plan.new.year.wrong", year));
        if (subjectNeeded && Typed.line(subject).isEmpty())
            mistakes.add(new TaskForm.Mistake("subject", "plan.new.subject.missing", ""));
        return mistakes;
    }

    @Transactional
    PlanId fromNothing(Actor actor, int year, String subject) {
        var today = LocalDate.now(clock);
        var agency = units.nearest(actor.agency(), today);
        var content = new PlanOutline()
                .of(
                        Typed.line(subject),
                        units.letterhead(actor.agency(), today).orElse(null),
                        agency.label(),
                        abbreviation(actor.unit(), today),
                        head(actor, today).orElse(null));
        return plans.create(actor, content, year, null, null);
    }

    @Transactional
    PlanId after(Actor actor, PlanId source, int year) {
        return after(actor, source, year, Map.of());
    }

    /** @param fates what becomes of the tasks; those not named are done again */
    @Transactional
    PlanId after(Actor actor, PlanId source, int year, Map<TaskId, Fate> fates) {
        return planAfter.write(actor, plans.find(actor, source), year, fates);
    }

    private Optional<OfficeHeld> head(Actor actor, LocalDate today) {
        return people.officesOf(actor.agency(), today).stream()
                .filter(office -> office.rank() == Rank.HEAD)
                .findFirst();
    }

    private String abbreviation(UnitId unit, LocalDate today) {
        Unit drafting = units.nearest(unit, today);
        return drafting.symbolAbbreviation() == null ? drafting.label() : drafting.symbolAbbreviation();
    }
}
