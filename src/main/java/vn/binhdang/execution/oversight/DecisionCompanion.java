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

/** A decision is a team and the units it is sent to, beside its words; a supplement is the people it adds. */
@Component
class DecisionCompanion implements DocumentCompanion {
    private final Missions missions;
    private final Teams teams;
    private final Visits visits;
    private final OversightLaw law;
    private final OversightPapers papers;

    DecisionCompanion(Missions missions, Teams teams, Visits visits, OversightLaw law, OversightPapers papers) {
        this.missions = missions;
        this.teams = teams;
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
        var supplement = teams.supplementOf(id).orElse(null);
        var team = teams.of(mission.id());
        if (mission.toDay().isBefore(missions.today().plusDays(1)))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.over", null));
        if (supplement != null) {
            if (!mission.decided())
                findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.undecided", null));
            if (team.stream().noneMatch(member -> supplement.equals(member.supplementId()) && !member.ended()))
                findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.nobodyAdded", null));
            return findings;
        }
        if (team.stream().noneMatch(member -> member.leads() && member.named() && !member.ended()))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noHead", null));
        if (visits.of(actor, mission.id()).stream().allMatch(visit -> visit.cancelReason() != null))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noUnits", null));
        String caution = law.form(mission.kind(), missions.today()).caution();
        if (caution != null)
            findings.add(Finding.of(Severity.WARNING, "execution.oversight.obstacle.caution", null, caution));
        return findings;
    }

    @Override
    public AdministrativeDocument forPrint(Actor actor, DocumentId id, AdministrativeDocument stored) {
        var mission = missions.ofDocument(actor, id);
        return teams.supplementOf(id)
                .map(supplement -> papers.ofSupplement(mission, supplement, stored))
                .orElseGet(() -> papers.ofDecision(actor, mission, stored));
    }
}
