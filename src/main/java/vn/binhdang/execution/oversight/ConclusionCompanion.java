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
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;

/** A conclusion is what was found and what is recommended, beside its words. */
@Component
class ConclusionCompanion implements DocumentCompanion {
    private final Missions missions;
    private final Visits visits;
    private final OversightPapers papers;

    ConclusionCompanion(Missions missions, Visits visits, OversightPapers papers) {
        this.missions = missions;
        this.visits = visits;
        this.papers = papers;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.OVERSIGHT_CONCLUSION;
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
        var mission = missions.ofDocument(actor, draft.document().id()).mission();
        var standing = visits.standing(mission.id());
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                return papers.ofConclusion(actor, mission, standing, draft.content());
            }

            @Override
            public List<Finding> obstacles() {
                var findings = new ArrayList<Finding>();
                if (mission.cancelled())
                    findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.cancelled", null));
                if (!mission.decided())
                    findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.undecided", null));
                if (standing.isEmpty())
                    findings.add(Finding.of(Severity.WARNING, "execution.oversight.obstacle.noFindings", null));
                return findings;
            }
        };
    }
}
