package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Makes the pages of missions of other bodies ready to print. */
@Component
class OtherBodyPages {
    private final Missions missions;
    private final MissionPages missionPages;
    private final ExecutionRules rules;

    OtherBodyPages(Missions missions, MissionPages missionPages, ExecutionRules rules) {
        this.missions = missions;
        this.missionPages = missionPages;
        this.rules = rules;
    }

    /** @param typed what was typed of the conclusion and could not be stored; null: nothing */
    OtherBodyPage page(
            Actor actor,
            Mission mission,
            String saved,
            MissionPages.Typed typedUnit,
            OtherBodyPage.@Nullable Conclusion typed,
            Text t) {
        var body = mission.body();
        if (body == null) throw new IllegalArgumentException("a mission of the agency itself");
        boolean plans = actor.may(Action.PLAN_OVERSIGHT) && !mission.cancelled();
        var inside = missionPages.inside(actor, mission, plans, t);
        String path = "/oversight/missions/" + mission.id();
        return new OtherBodyPage(
                path,
                mission.kind(),
                mission.subject(),
                mission.phase(),
                MissionPages.days(mission),
                saved,
                plans,
                mission.cancelReason() == null ? "" : mission.cancelReason(),
                body.name(),
                body.basis(),
                paper(
                        mission.decisionNumber(),
                        mission.decidedOn(),
                        body.arrival(),
                        body.decisionFile(),
                        path + "/papers/decision",
                        t),
                body.concludedOn() == null
                        ? null
                        : paper(
                                mission.conclusionNumber(),
                                body.concludedOn(),
                                body.conclusionArrival(),
                                body.conclusionFile(),
                                path + "/papers/conclusion",
                                t),
                body.summary(),
                inside.visits(),
                inside.recommendations(),
                typedUnit.unit(),
                typedUnit.unitMistake(),
                typed != null ? typed : stored(mission, body),
                String.valueOf(mission.version()),
                EvidenceKind.accepted(),
                limit(t));
    }

    private static OtherBodyPage.Paper paper(
            String number, @Nullable LocalDate day, String arrival, @Nullable UUID file, String href, Text t) {
        return new OtherBodyPage.Paper(
                t.of("execution.oversight.other.paper", number, day == null ? "" : TypedDay.print(day)),
                arrival.isEmpty() ? "" : t.of("execution.oversight.other.arrived", arrival),
                file == null ? "" : href);
    }

    private static OtherBodyPage.Conclusion stored(Mission mission, Mission.OtherBody body) {
        return new OtherBodyPage.Conclusion(
                mission.conclusionNumber(),
                body.concludedOn() == null ? "" : TypedDay.print(body.concludedOn()),
                body.conclusionArrival(),
                body.summary(),
                false,
                Map.of());
    }

    /** @param id of the mission that is mended; null for a new one */
    OtherBodyFormPage form(
            @Nullable MissionId id, OtherBodyForm form, Map<String, String> mistakes, boolean overtaken, Text t) {
        String mission = "/oversight/missions/" + id;
        return new OtherBodyFormPage(
                id == null ? "/oversight/missions/other" : mission + "/other",
                id == null ? "/oversight" : mission,
                id != null,
                OversightKind.named(form.kind())
                        .orElse(OversightKind.INSPECTION)
                        .name(),
                String.valueOf(form.body()),
                String.valueOf(form.number()),
                String.valueOf(form.decidedOn()),
                String.valueOf(form.basis()),
                String.valueOf(form.arrival()),
                String.valueOf(form.subject()),
                String.valueOf(form.from()),
                String.valueOf(form.to()),
                String.valueOf(form.unit()),
                String.valueOf(form.version()),
                overtaken,
                mistakes,
                EvidenceKind.accepted(),
                limit(t));
    }

    private String limit(Text t) {
        return t.of("execution.evidence.limit", rules.on(missions.today()).evidenceMegabytes());
    }
}
