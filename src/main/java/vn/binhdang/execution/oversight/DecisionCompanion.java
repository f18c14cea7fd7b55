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
    private final Rounds rounds;
    private final Visits visits;
    private final OversightLaw law;
    private final OversightPapers papers;

    DecisionCompanion(Rounds rounds, Visits visits, OversightLaw law, OversightPapers papers) {
        this.rounds = rounds;
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
        return rounds.homeOf(id);
    }

    @Override
    public String editor(DocumentId id) {
        return "/documents/" + id + "/edit";
    }

    @Override
    public List<Finding> obstacles(Actor actor, DocumentId id) {
        var round = rounds.ofDocument(actor, id);
        var findings = new ArrayList<Finding>();
        if (round.cancelled()) findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.cancelled", null));
        var team = rounds.team(round.id());
        if (team.stream().noneMatch(member -> member.leads() && !member.ended()))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noHead", null));
        if (visits.of(actor, round.id()).stream().allMatch(visit -> visit.cancelReason() != null))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.noUnits", null));
        if (round.toDay().isBefore(rounds.today().plusDays(1)))
            findings.add(Finding.of(Severity.ERROR, "execution.oversight.obstacle.over", null));
        String caution = law.form(round.kind(), rounds.today()).caution();
        if (caution != null)
            findings.add(Finding.of(Severity.WARNING, "execution.oversight.obstacle.caution", null, caution));
        return findings;
    }

    @Override
    public AdministrativeDocument forPrint(Actor actor, DocumentId id, AdministrativeDocument stored) {
        return papers.withAnnexes(actor, rounds.ofDocument(actor, id), stored, true);
    }
}
