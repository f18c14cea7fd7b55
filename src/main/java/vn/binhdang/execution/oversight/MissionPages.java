package vn.binhdang.execution.oversight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.execution.Attempt;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the pages of missions ready to print. */
@Component
class MissionPages {
    private static final int FOUND = 12;

    private final Missions missions;
    private final Teams teams;
    private final Visits visits;
    private final Recommendations recommendations;
    private final Checklists checklists;
    private final OversightLaw law;
    private final Units units;
    private final People people;

    MissionPages(
            Missions missions,
            Teams teams,
            Visits visits,
            Recommendations recommendations,
            Checklists checklists,
            OversightLaw law,
            Units units,
            People people) {
        this.missions = missions;
        this.teams = teams;
        this.visits = visits;
        this.recommendations = recommendations;
        this.checklists = checklists;
        this.law = law;
        this.units = units;
        this.people = people;
    }

    /** What was typed and could not be stored. */
    record Typed(
            @Nullable MissionForm form,
            Attempt attempt,
            String unit,
            @Nullable String unitMistake) {
        static final Typed NOTHING = unit("", null);

        static Typed mission(MissionForm form, Attempt attempt) {
            return new Typed(form, attempt, "", null);
        }

        static Typed unit(String unit, @Nullable String mistake) {
            return new Typed(null, new Attempt(Map.of(), false), unit, mistake);
        }
    }

    MissionPage page(Actor actor, Mission mission, String who, String saved, Typed typed, Text t) {
        var id = mission.id();
        var seen = visits.of(actor, id);
        var made = recommendations.of(actor, id);
        var named = named(seen, made, mission);
        boolean plans = actor.may(Action.PLAN_OVERSIGHT);
        boolean prepares = plans && mission.preparing();
        var team = teams.of(id);
        var awaited = plans ? teams.awaited(id).orElse(null) : null;
        boolean supplements = plans
                && mission.decided()
                && mission.open()
                && missions.today().isBefore(mission.toDay())
                && (awaited == null || awaited.editable());
        boolean decisionFree = mission.decision() == null || mission.decisionState() == DocumentState.RECALLED;
        boolean conclusionFree = mission.conclusion() == null || mission.conclusionState() == DocumentState.RECALLED;
        return new MissionPage(
                "/oversight/missions/" + id,
                mission.kind(),
                mission.subject(),
                mission.phase(),
                days(mission),
                saved,
                prepares,
                plans,
                plans && !mission.cancelled() && !mission.concluded(),
                mission.cancelReason() == null ? "" : mission.cancelReason(),
                paper(mission.decision(), mission.decisionState(), mission.decisionNumber(), t),
                paper(mission.conclusion(), mission.conclusionState(), mission.conclusionNumber(), t),
                plans && !mission.cancelled() && decisionFree,
                plans && mission.open() && conclusionFree,
                law.form(mission.kind(), missions.today()).caution(),
                team(mission, team, plans, t),
                visits(mission, seen, named, plans, t),
                made.stream().map(one -> line(one, named)).toList(),
                prepares || supplements ? search(actor, who) : new MissionPage.Search("", false, List.of()),
                form(actor, mission, typed, t),
                typed.unit(),
                typed.unitMistake(),
                prepares || supplements,
                supplement(mission, awaited, team, plans, t));
    }

    /** What a mission of another body shows as our own do: the units, and what they are asked to do. */
    record Inside(List<MissionPage.Visit> visits, List<MissionPage.Recommendation> recommendations) {}

    Inside inside(Actor actor, Mission mission, boolean plans, Text t) {
        var seen = visits.of(actor, mission.id());
        var made = recommendations.of(actor, mission.id());
        var named = named(seen, made, mission);
        return new Inside(
                visits(mission, seen, named, plans, t),
                made.stream().map(one -> line(one, named)).toList());
    }

    private static MissionPage.@Nullable Supplement supplement(
            Mission mission, Teams.@Nullable Supplement awaited, List<Teams.Member> team, boolean plans, Text t) {
        if (awaited == null || team.stream().noneMatch(member -> awaited.id().equals(member.supplementId())))
            return null;
        var document = awaited.documentId();
        return new MissionPage.Supplement(
                paper(document == null ? null : new DocumentId(document), awaited.state(), "", t),
                document == null && plans && mission.open()
                        ? "/oversight/missions/" + mission.id() + "/supplement"
                        : "");
    }

    static String days(Mission mission) {
        return TypedDay.print(mission.fromDay()) + " – " + TypedDay.print(mission.lastDay());
    }

    private Map<UnitId, Unit> named(
            List<Visits.Visit> seen, List<Recommendations.Recommendation> made, Mission mission) {
        var ids = new HashSet<UnitId>();
        seen.forEach(visit -> ids.add(visit.unit()));
        made.forEach(one -> ids.add(one.unit()));
        return units.named(ids, mission.fromDay());
    }

    static String name(Map<UnitId, Unit> named, UnitId id) {
        var unit = named.get(id);
        return unit == null ? "" : unit.name();
    }

    private static MissionPage.@Nullable Paper paper(
            @Nullable DocumentId id, @Nullable DocumentState state, String number, Text t) {
        if (id == null || state == null) return null;
        String word = t.of("document.state." + state.word());
        return new MissionPage.Paper(
                "/documents/" + id,
                number.isEmpty() ? word : t.of("execution.oversight.mission.paper", number, word),
                state.mark());
    }

    private static List<MissionPage.Member> team(Mission mission, List<Teams.Member> team, boolean plans, Text t) {
        boolean ends = plans && !mission.cancelled() && (mission.preparing() || mission.decided());
        return team.stream()
                .map(member -> new MissionPage.Member(
                        member.name(),
                        member.leads(),
                        note(member, t),
                        ends && !member.ended() && !member.withHead()
                                ? "/oversight/missions/" + mission.id() + "/members/" + member.id() + "/end"
                                : "",
                        mission.preparing() || member.awaited()))
                .toList();
    }

    private static String note(Teams.Member member, Text t) {
        var reason = member.endReason();
        if (reason != null) return t.of("execution.oversight.mission.left", TypedDay.print(member.toDay()), reason);
        if (member.supplementId() == null) return "";
        var since = member.supplementedOn();
        var number = member.supplementNo();
        return member.named() && since != null && number != null
                ? t.of(
                        "execution.oversight.supplement.since",
                        TypedDay.print(since.isAfter(member.fromDay()) ? since : member.fromDay()),
                        "%02d/%s".formatted(number, member.supplementSymbol()))
                : t.of(
                        member.supplementState() == DocumentState.RECALLED
                                ? "execution.oversight.supplement.recalled"
                                : "execution.oversight.supplement.awaited");
    }

    private static List<MissionPage.Visit> visits(
            Mission mission, List<Visits.Visit> seen, Map<UnitId, Unit> named, boolean plans, Text t) {
        boolean drops = plans && (mission.preparing() || mission.open());
        return seen.stream()
                .map(visit -> new MissionPage.Visit(
                        "/oversight/visits/" + visit.id(),
                        name(named, visit.unit()),
                        visit.visitedOn() == null
                                ? t.of(
                                        mission.ofOtherBody()
                                                ? "execution.oversight.other.dayOpen"
                                                : "execution.oversight.mission.unvisited")
                                : t.of("execution.oversight.mission.visited", TypedDay.print(visit.visitedOn())),
                        visit.standing(),
                        visit.cancelReason() == null ? "" : visit.cancelReason(),
                        drops && visit.cancelReason() == null
                                ? "/oversight/missions/" + mission.id() + "/units/" + visit.id() + "/drop"
                                : ""))
                .toList();
    }

    private MissionPage.Recommendation line(Recommendations.Recommendation one, Map<UnitId, Unit> named) {
        return new MissionPage.Recommendation(
                "/oversight/recommendations/" + one.id(),
                one.text(),
                name(named, one.unit()),
                TypedDay.print(one.dueOn()),
                one.state(),
                one.overdue(missions.today()));
    }

    private MissionPage.Search search(Actor actor, String who) {
        if (who.isBlank()) return new MissionPage.Search("", false, List.of());
        var found = people.search(actor.agency(), who, missions.today(), FOUND);
        return new MissionPage.Search(
                who,
                true,
                found.stream()
                        .map(one -> new MissionPage.Found(
                                one.office().person().toString(),
                                one.office().personName(),
                                one.office().title() + ", " + one.unitName()))
                        .toList());
    }

    private MissionPage.Form form(Actor actor, Mission mission, Typed typed, Text t) {
        var form = typed.form() != null
                ? typed.form()
                : new MissionForm(
                        mission.kind().name(),
                        mission.subject(),
                        TypedDay.print(mission.fromDay()),
                        TypedDay.print(mission.lastDay()),
                        String.valueOf(mission.checklistId()),
                        String.valueOf(mission.version()),
                        "",
                        List.of());
        return new MissionPage.Form(
                String.valueOf(form.subject()),
                String.valueOf(form.from()),
                String.valueOf(form.to()),
                String.valueOf(form.checklist()),
                choices(actor, mission.kind(), String.valueOf(form.checklist())),
                String.valueOf(mission.version()),
                typed.attempt().overtaken(),
                typed.attempt().mistakes());
    }

    List<MissionPage.Choice> choices(Actor actor, OversightKind kind, String chosen) {
        return checklists.all(actor).stream()
                .filter(list -> list.kind() == kind
                        && (list.retiredAt() == null || list.id().toString().equals(chosen)))
                .map(list -> new MissionPage.Choice(
                        list.id().toString(), list.title(), list.id().toString().equals(chosen)))
                .toList();
    }

    /** @param mistakes field to sentence */
    NewMissionPage begin(
            Actor actor, MissionForm form, List<Programmes.Planned> planned, Map<String, String> mistakes, Text t) {
        var kind = planned.isEmpty() ? form.chosenKind() : planned.getFirst().kind();
        var named = units.named(
                planned.stream().map(line -> new UnitId(line.unitId())).toList(), missions.today());
        String subject = String.valueOf(form.subject());
        return new NewMissionPage(
                kind,
                subject.isEmpty() && !planned.isEmpty() ? planned.getFirst().subject() : subject,
                String.valueOf(form.from()),
                String.valueOf(form.to()),
                String.valueOf(form.unit()),
                choices(actor, kind, String.valueOf(form.checklist())),
                planned.stream()
                        .map(line -> new NewMissionPage.Planned(
                                line.id().toString(),
                                t.of(
                                        "execution.oversight.programme.line",
                                        name(named, new UnitId(line.unitId())),
                                        line.subject(),
                                        String.valueOf(line.quarter()))))
                        .toList(),
                mistakes);
    }

    MissionsPage list(Actor actor, MissionFilter filter, Missions.Key key, Text t) {
        var found = missions.list(actor, filter, key);
        boolean more = found.size() > Missions.PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, Missions.PAGE) : found);
        boolean overseer = actor.may(Action.READ_OVERSIGHT);
        return new MissionsPage(
                shown.stream()
                        .map(mission -> new MissionsPage.Row(
                                "/oversight/missions/" + mission.id(),
                                mission.kind(),
                                mission.subject(),
                                days(mission),
                                mission.decisionNumber(),
                                mission.phase(),
                                mission.body() == null ? "" : mission.body().name()))
                        .toList(),
                filter,
                overseer ? missions.years(actor) : List.of(),
                overseer,
                actor.may(Action.PLAN_OVERSIGHT),
                "/oversight/programmes/" + missions.today().getYear(),
                more
                        ? filter.addressAfter(new Missions.Key(
                                        shown.getLast().fromDay(),
                                        shown.getLast().id().value())
                                .text())
                        : null,
                key.equals(Missions.Key.TOP));
    }
}
