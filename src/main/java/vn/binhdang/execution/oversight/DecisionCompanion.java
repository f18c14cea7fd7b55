package vn.binhdang.execution.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;

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
    public Beside beside(Actor actor, WrittenDocument draft, AgencyOnDay agency) {
        var ordered = missions.ofDocument(actor, draft.document().id());
        var mission = ordered.mission();
        var supplement = ordered.supplement();
        var team = teams.of(mission.id());
        var visited = supplement == null ? visits.of(actor, mission.id()) : List.<Visits.Visit>of();
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                return supplement == null
                        ? papers.ofDecision(team, visited, draft.content())
                        : papers.ofSupplement(team, supplement, draft.content());
            }

            @Override
            public List<Finding> obstacles() {
                return DecisionCompanion.this.obstacles(mission, supplement, team, visited);
            }
        };
    }

    private List<Finding> obstacles(
            Mission mission, @Nullable UUID supplement, List<Teams.Member> team, List<Visits.Visit> visited) {
        var findings = new ArrayList<Finding>();
        if (mission.cancelled())
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.cancelled", null));
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
        if (visited.stream().allMatch(visit -> visit.cancelReason() != null))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noUnits", null));
        String caution = law.form(mission.kind(), missions.today()).caution();
        if (caution != null)
            findings.add(Finding.of(Severity.WARNING, "execution.oversight.obstacle.caution", null, caution));
        return findings;
    }
}
