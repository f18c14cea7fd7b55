package vn.binhdang.execution.oversight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the pages of rounds ready to print. */
@Component
class RoundPages {
    private static final int FOUND = 12;

    private final Rounds rounds;
    private final Visits visits;
    private final Recommendations recommendations;
    private final Checklists checklists;
    private final OversightLaw law;
    private final Units units;
    private final People people;

    RoundPages(
            Rounds rounds,
            Visits visits,
            Recommendations recommendations,
            Checklists checklists,
            OversightLaw law,
            Units units,
            People people) {
        this.rounds = rounds;
        this.visits = visits;
        this.recommendations = recommendations;
        this.checklists = checklists;
        this.law = law;
        this.units = units;
        this.people = people;
    }

    /** What was typed and could not be stored. */
    record Typed(
            @Nullable RoundForm form,
            Map<String, String> mistakes,
            boolean overtaken,
            String unit,
            @Nullable String unitMistake) {
        static final Typed NOTHING = new Typed(null, Map.of(), false, "", null);
    }

    RoundPage page(Actor actor, RoundId id, String who, String saved, Typed typed, Text t) {
        var round = rounds.find(actor, id);
        var seen = visits.of(actor, id);
        var made = recommendations.of(actor, id);
        var named = named(seen, made, round);
        boolean plans = actor.may(Action.PLAN_OVERSIGHT);
        boolean prepares = plans && round.preparing();
        boolean decisionFree = round.decision() == null || round.decisionState() == DocumentState.RECALLED;
        boolean conclusionFree = round.conclusion() == null || round.conclusionState() == DocumentState.RECALLED;
        return new RoundPage(
                "/oversight/rounds/" + id,
                round.kind(),
                round.subject(),
                round.phase(),
                days(round),
                saved,
                prepares,
                plans,
                plans && !round.cancelled() && !round.concluded(),
                round.cancelReason() == null ? "" : round.cancelReason(),
                paper(round.decision(), round.decisionState(), round.decisionNumber(), t),
                paper(round.conclusion(), round.conclusionState(), round.conclusionNumber(), t),
                plans && !round.cancelled() && decisionFree,
                plans && round.open() && conclusionFree,
                law.form(round.kind(), rounds.today()).caution(),
                team(round, plans, t),
                visits(round, seen, named, plans, t),
                made.stream().map(one -> line(one, named)).toList(),
                prepares ? search(actor, who, round) : new RoundPage.Search("", false, List.of()),
                form(actor, round, typed, t),
                typed.unit(),
                typed.unitMistake(),
                plans && round.decided() && !round.cancelled(),
                plans && round.open());
    }

    static String days(Round round) {
        return TypedDay.print(round.fromDay()) + " – " + TypedDay.print(round.lastDay());
    }

    private Map<UnitId, Unit> named(List<Visits.Visit> seen, List<Recommendations.Recommendation> made, Round round) {
        var ids = new HashSet<UnitId>();
        seen.forEach(visit -> ids.add(visit.unit()));
        made.forEach(one -> ids.add(one.unit()));
        return units.named(ids, round.fromDay());
    }

    static String name(Map<UnitId, Unit> named, UnitId id) {
        var unit = named.get(id);
        return unit == null ? "" : unit.name();
    }

    private static RoundPage.@Nullable Paper paper(
            @Nullable DocumentId id, @Nullable DocumentState state, String number, Text t) {
        if (id == null || state == null) return null;
        String word = t.of("document.state." + state.word());
        return new RoundPage.Paper(
                "/documents/" + id,
                number.isEmpty() ? word : t.of("execution.oversight.round.paper", number, word),
                state.mark());
    }

    private List<RoundPage.Member> team(Round round, boolean plans, Text t) {
        var team = rounds.team(round.id());
        var persons =
                team.stream().map(member -> new PersonId(member.personId())).toList();
        var names = people.namesOf(persons);
        boolean ends = plans && !round.cancelled() && (round.preparing() || round.decided());
        return team.stream()
                .map(member -> new RoundPage.Member(
                        names.getOrDefault(new PersonId(member.personId()), ""),
                        "",
                        member.leads(),
                        member.endReason() == null
                                ? ""
                                : t.of(
                                        "execution.oversight.round.left",
                                        TypedDay.print(member.toDay()),
                                        member.endReason()),
                        ends && !member.ended()
                                ? "/oversight/rounds/" + round.id() + "/members/" + member.id() + "/end"
                                : ""))
                .toList();
    }

    private List<RoundPage.Visit> visits(
            Round round, List<Visits.Visit> seen, Map<UnitId, Unit> named, boolean plans, Text t) {
        var standing = visits.standing(round.id());
        boolean drops = plans && (round.preparing() || round.open());
        return seen.stream()
                .map(visit -> new RoundPage.Visit(
                        "/oversight/visits/" + visit.id(),
                        name(named, visit.unit()),
                        visit.visitedOn() == null
                                ? t.of("execution.oversight.round.unvisited")
                                : t.of("execution.oversight.round.visited", TypedDay.print(visit.visitedOn())),
                        standing.getOrDefault(visit.id(), List.of()).size(),
                        visit.cancelReason() == null ? "" : visit.cancelReason(),
                        drops && visit.cancelReason() == null
                                ? "/oversight/rounds/" + round.id() + "/units/" + visit.id() + "/drop"
                                : ""))
                .toList();
    }

    private RoundPage.Recommendation line(Recommendations.Recommendation one, Map<UnitId, Unit> named) {
        return new RoundPage.Recommendation(
                "/oversight/recommendations/" + one.id(),
                one.text(),
                name(named, one.unit()),
                TypedDay.print(one.dueOn()),
                one.state(),
                one.overdue(rounds.today()));
    }

    private RoundPage.Search search(Actor actor, String who, Round round) {
        if (who.isBlank()) return new RoundPage.Search("", false, List.of());
        var found = people.search(actor.agency(), who, rounds.today(), FOUND);
        var named = units.named(found.stream().map(OfficeHeld::unit).toList(), rounds.today());
        return new RoundPage.Search(
                who,
                true,
                found.stream()
                        .map(held -> new RoundPage.Found(
                                held.person().toString(),
                                held.personName(),
                                held.title() + ", " + name(named, held.unit())))
                        .toList());
    }

    private RoundPage.Form form(Actor actor, Round round, Typed typed, Text t) {
        var form = typed.form() != null
                ? typed.form()
                : new RoundForm(
                        round.kind().name(),
                        round.subject(),
                        TypedDay.print(round.fromDay()),
                        TypedDay.print(round.lastDay()),
                        round.checklistId().toString(),
                        String.valueOf(round.version()),
                        "",
                        List.of());
        return new RoundPage.Form(
                String.valueOf(form.subject()),
                String.valueOf(form.from()),
                String.valueOf(form.to()),
                String.valueOf(form.checklist()),
                choices(actor, round.kind(), String.valueOf(form.checklist())),
                String.valueOf(round.version()),
                typed.overtaken(),
                RoundForm.sentences(typed.mistakes(), t));
    }

    List<RoundPage.Choice> choices(Actor actor, OversightKind kind, String chosen) {
        return checklists.all(actor).stream()
                .filter(list -> list.kind() == kind
                        && (list.retiredAt() == null || list.id().toString().equals(chosen)))
                .map(list -> new RoundPage.Choice(
                        list.id().toString(), list.title(), list.id().toString().equals(chosen)))
                .toList();
    }

    NewRoundPage begin(
            Actor actor, RoundForm form, List<Programmes.Planned> planned, Map<String, String> mistakes, Text t) {
        var kind = planned.isEmpty() ? form.chosenKind() : planned.getFirst().kind();
        var named = units.named(
                planned.stream().map(line -> new UnitId(line.unitId())).toList(), rounds.today());
        String subject = String.valueOf(form.subject());
        return new NewRoundPage(
                kind,
                subject.isEmpty() && !planned.isEmpty() ? planned.getFirst().subject() : subject,
                String.valueOf(form.from()),
                String.valueOf(form.to()),
                String.valueOf(form.unit()),
                choices(actor, kind, String.valueOf(form.checklist())),
                planned.stream()
                        .map(line -> new NewRoundPage.Planned(
                                line.id().toString(),
                                t.of(
                                        "execution.oversight.programme.line",
                                        name(named, new UnitId(line.unitId())),
                                        line.subject(),
                                        String.valueOf(line.quarter()))))
                        .toList(),
                RoundForm.sentences(mistakes, t));
    }

    RoundsPage list(Actor actor, RoundFilter filter, Rounds.Key key, Text t) {
        var found = rounds.list(actor, filter, key);
        boolean more = found.size() > Rounds.PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, Rounds.PAGE) : found);
        boolean overseer = actor.may(Action.READ_OVERSIGHT);
        return new RoundsPage(
                shown.stream()
                        .map(round -> new RoundsPage.Row(
                                "/oversight/rounds/" + round.id(),
                                round.kind(),
                                round.subject(),
                                days(round),
                                round.decisionNumber(),
                                round.phase()))
                        .toList(),
                filter,
                overseer ? rounds.years(actor) : List.of(),
                overseer,
                actor.may(Action.PLAN_OVERSIGHT),
                "/oversight/programmes/" + rounds.today().getYear(),
                more
                        ? filter.addressAfter(new Rounds.Key(
                                        shown.getLast().fromDay(),
                                        shown.getLast().id().value())
                                .text())
                        : null,
                key.equals(Rounds.Key.TOP));
    }
}
