package vn.binhdang.execution.oversight;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.kernel.Actor;

/** A decision is a team and the units it is sent to, beside its words. */
@Component
class DecisionCompanion implements DocumentCompanion {
    private final Missions missions;
    private final Visits visits;
    private final OversightLaw law;
    private final OversightPapers papers;

    DecisionCompanion(Missions missions, Visits visits, OversightLaw law, OversightPapers papers) {
        this.missions = missions;
        this.visits = visits;
        this.law = law;
        this.papers = papers;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.OVERSIGHT_DECISION;
    }

    @Override
    public String home(DocumentId id) {
        return missions.homeOf(id);
    }

    @Override
    public String editor(DocumentId id) {
        return "/documents/" + id + "/edit";
    }

    @Override
    public List<Finding> obstacles(Actor actor, DocumentId id) {
        var mission = missions.ofDocument(actor, id);
        var findings = new ArrayList<Finding>();
        if (mission.cancelled())
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.cancelled", null));
        var team = missions.team(mission.id());
        if (team.stream().noneMatch(member -> member.leads() && !member.ended()))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noHead", null));
        if (visits.of(actor, mission.id()).stream().allMatch(visit -> visit.cancelReason() != null))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noUnits", null));
        if (mission.toDay().isBefore(missions.today().plusDays(1)))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.over", null));
        String caution = law.form(mission.kind(), missions.today()).caution();
        if (caution != null)
            findings.add(Finding.of(Severity.WARNING, "execution.oversight.obstacle.caution", null, caution));
        return findings;
    }

    @Override
    public AdministrativeDocument forPrint(Actor actor, DocumentId id, AdministrativeDocument stored) {
        return papers.withAnnexes(actor, missions.ofDocument(actor, id), stored, true);
    }
}
