package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/**
 * The decision and the conclusion of a mission as documents in the Decree 30 layout. The words are drafts that the clerk edits;
 * team, units, findings and recommendations are annexes that follow the mission until the document is approved.
 */
@Component
class OversightPapers {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    private final Missions missions;
    private final Teams teams;
    private final Visits visits;
    private final Recommendations recommendations;
    private final OversightLaw law;
    private final OutgoingDocuments documents;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    OversightPapers(
            Missions missions,
            Teams teams,
            Visits visits,
            Recommendations recommendations,
            OversightLaw law,
            OutgoingDocuments documents,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.missions = missions;
        this.teams = teams;
        this.visits = visits;
        this.recommendations = recommendations;
        this.law = law;
        this.documents = documents;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts the decision; it goes the ordinary way through approval and numbering. */
    @Transactional
    public DocumentId decide(Actor actor, MissionId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        var mission = standing(missions.hold(actor, id));
        if (mission.decision() != null && mission.decisionState() != DocumentState.RECALLED)
            throw new Refused("execution.oversight.refused.decisionBegun");
        var form = law.form(mission.kind(), today());
        String kind = word(mission.kind());
        var body = List.of(
                Block.paragraph(words("decision.verb")),
                article(
                        1,
                        words(
                                "decision.article1",
                                kind,
                                inSentence(mission.subject()),
                                day(mission.fromDay()),
                                day(mission.lastDay()))),
                article(2, words("decision.article2", kind)),
                article(3, words("decision.article3")),
                article(4, words("decision.article4")));
        var document = documents.create(
                actor,
                DocumentKind.OVERSIGHT_DECISION,
                paper(
                        actor,
                        form.decisionType(),
                        form.decisionSymbol(),
                        words("decision.subject", kind, inSentence(mission.subject())),
                        bases(mission),
                        body,
                        "decision.recipients"),
                today().getYear(),
                null);
        missions.decides(id, document);
        audit.record(actor, "execution.mission.decide", id.value(), Map.of("document", document.toString()));
        return document;
    }

    private static Mission standing(Mission mission) {
        if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        if (mission.ofOtherBody()) throw new Refused("execution.oversight.refused.otherBody");
        return mission;
    }

    /** Drafts the decision that adds to the team those who wait for it. */
    @Transactional
    public DocumentId supplement(Actor actor, MissionId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        var mission = standing(missions.hold(actor, id));
        if (!mission.decided()) throw new Refused("execution.oversight.refused.undecided");
        var supplement = teams.awaited(id).orElseThrow(() -> new Refused("execution.oversight.refused.nobodyAdded"));
        if (supplement.documentId() != null) throw new Refused("execution.oversight.refused.supplementBegun");
        if (teams.of(id).stream().noneMatch(member -> supplement.id().equals(member.supplementId())))
            throw new Refused("execution.oversight.refused.nobodyAdded");
        var form = law.form(mission.kind(), today());
        String kind = word(mission.kind());
        String decided = words("supplement.decision", mission.decisionNumber(), day(mission.decidedOn()));
        var body = List.of(
                Block.paragraph(words("decision.verb")),
                article(1, words("supplement.article1", kind, decided)),
                article(2, words("supplement.article2", decided)),
                article(3, words("supplement.article3")));
        var document = documents.create(
                actor,
                DocumentKind.OVERSIGHT_DECISION,
                paper(
                        actor,
                        form.decisionType(),
                        form.decisionSymbol(),
                        words("supplement.subject", kind, inSentence(mission.subject())),
                        supplementBases(mission, decided),
                        body,
                        "supplement.recipients"),
                today().getYear(),
                null);
        teams.drafts(supplement.id(), document);
        audit.record(actor, "execution.mission.supplement", id.value(), Map.of("document", document.toString()));
        return document;
    }

    private List<LegalBasis> supplementBases(Mission mission, String decided) {
        var bases = new ArrayList<>(bases(mission));
        bases.add(new LegalBasis(words("basis", decided), null, null, null, null, null));
        return bases;
    }

    /** Drafts the conclusion once the visits are made. */
    @Transactional
    public DocumentId conclude(Actor actor, MissionId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        var mission = standing(missions.hold(actor, id));
        if (!mission.decided()) throw new Refused("execution.oversight.refused.undecided");
        if (mission.conclusion() != null && mission.conclusionState() != DocumentState.RECALLED)
            throw new Refused("execution.oversight.refused.conclusionBegun");
        var made = visits.of(actor, id).stream()
                .filter(visit -> visit.cancelReason() == null)
                .toList();
        if (made.stream().anyMatch(visit -> visit.visitedOn() == null))
            throw new Refused("execution.oversight.refused.unvisited");
        var form = law.form(mission.kind(), today());
        String kind = word(mission.kind());
        var decidedOn = mission.decidedOn() == null ? today() : mission.decidedOn();
        var body = new ArrayList<Block>();
        body.add(Block.paragraph(words(
                "conclusion.opening",
                mission.decisionNumber(),
                day(decidedOn),
                kind,
                inSentence(mission.subject()),
                made.size())));
        body.add(new Block(Block.Kind.SECTION, "I.", words("conclusion.results"), List.of(), null));
        body.add(Block.paragraph(words(
                "conclusion.findings",
                count(id, Grade.STRENGTH),
                count(id, Grade.SHORTCOMING),
                count(id, Grade.VIOLATION))));
        body.add(new Block(Block.Kind.SECTION, "II.", words("conclusion.assessment"), List.of(), null));
        body.add(Block.paragraph(words("conclusion.assessmentText")));
        body.add(new Block(Block.Kind.SECTION, "III.", words("conclusion.recommendations"), List.of(), null));
        body.add(Block.paragraph(words("conclusion.closing")));
        var document = documents.create(
                actor,
                DocumentKind.OVERSIGHT_CONCLUSION,
                paper(
                        actor,
                        form.conclusionType(),
                        form.conclusionSymbol(),
                        words("conclusion.subject." + mission.kind(), kind, inSentence(mission.subject())),
                        List.of(),
                        body,
                        "conclusion.recipients"),
                today().getYear(),
                null);
        missions.concludes(id, document);
        audit.record(actor, "execution.mission.conclude", id.value(), Map.of("document", document.toString()));
        return document;
    }

    /** The decision with its team and units as they stand now. */
    AdministrativeDocument ofDecision(
            List<Teams.Member> all, List<Visits.Visit> visits, AdministrativeDocument stored) {
        var team =
                all.stream().filter(member -> !member.ended() && member.named()).toList();
        var visited =
                visits.stream().filter(visit -> visit.cancelReason() == null).toList();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words("annex.no"), words("annex.unit")));
        for (var visit : visited) rows.add(List.of(String.valueOf(rows.size()), visit.unitName()));
        return with(stored, annex("I", words("annex.team"), members(team)), annex("II", words("annex.units"), rows));
    }

    /** The decision that adds people, with their names. */
    AdministrativeDocument ofSupplement(List<Teams.Member> team, UUID supplement, AdministrativeDocument stored) {
        var added = team.stream()
                .filter(member -> supplement.equals(member.supplementId()) && !member.ended())
                .toList();
        return with(stored, annex("", words("annex.added"), members(added)));
    }

    /** The conclusion with findings and recommendations as they stand now. */
    AdministrativeDocument ofConclusion(
            Actor actor, Mission mission, Map<UUID, List<Visits.Finding>> standing, AdministrativeDocument stored) {
        return with(stored, findingsAndRecommendations(actor, mission, standing));
    }

    private static AdministrativeDocument with(AdministrativeDocument stored, Annex... added) {
        return stored.withAnnexes(
                Stream.concat(stored.annexes().stream(), Stream.of(added)).toList());
    }

    private List<List<String>> members(List<Teams.Member> team) {
        var members = new ArrayList<List<String>>();
        members.add(List.of(words("annex.no"), words("annex.name"), words("annex.office"), words("annex.part")));
        for (var member : team)
            members.add(List.of(
                    String.valueOf(members.size()),
                    member.name(),
                    member.office(),
                    words(member.leads() ? "annex.head" : "annex.member")));
        return members;
    }

    private Annex[] findingsAndRecommendations(Actor actor, Mission mission, Map<UUID, List<Visits.Finding>> standing) {
        var made = recommendations.of(actor, mission.id()).stream()
                .filter(one -> one.state() != RecommendationState.WITHDRAWN)
                .toList();
        var visited = visits.of(actor, mission.id());
        var findings = new ArrayList<List<String>>();
        findings.add(List.of(words("annex.no"), words("annex.unit"), words("annex.grade"), words("annex.finding")));
        for (var visit : visited)
            for (var finding : standing.getOrDefault(visit.id(), List.of()))
                findings.add(List.of(
                        String.valueOf(findings.size()),
                        visit.unitName(),
                        WORDS.of(finding.grade().messageKey()),
                        finding.text()));
        var asked = new ArrayList<List<String>>();
        asked.add(List.of(
                words("annex.no"), words("annex.recommendation"), words("annex.responsible"), words("annex.due")));
        for (var one : made)
            asked.add(List.of(String.valueOf(asked.size()), one.text(), one.unitName(), TypedDay.print(one.dueOn())));
        return new Annex[] {
            annex("I", words("annex.findings"), findings), annex("II", words("annex.recommendations"), asked)
        };
    }

    private static Annex annex(String number, String title, List<List<String>> rows) {
        return new Annex(
                words("annex.label", number).strip(),
                title,
                null,
                List.of(new Block(Block.Kind.TABLE, null, "", rows, null)));
    }

    private AdministrativeDocument paper(
            Actor actor,
            String type,
            String symbol,
            String subject,
            List<LegalBasis> bases,
            List<Block> body,
            String recipients) {
        var letterhead = units.letterhead(actor.agency(), today()).orElse(null);
        var drafting = units.nearest(actor.unit(), today());
        String archive = drafting.symbolAbbreviation() == null ? drafting.label() : drafting.symbolAbbreviation();
        return new AdministrativeDocument(
                type,
                letterhead == null ? null : letterhead.issuingAgency(),
                letterhead == null ? null : letterhead.parentAgency(),
                null,
                letterhead == null ? null : symbol + "-" + letterhead.symbolAbbreviation(),
                letterhead == null ? null : letterhead.placeOfIssue(),
                new PartialDate(today().getYear(), today().getMonthValue(), null),
                subject,
                List.of(),
                bases,
                List.of(),
                body,
                List.of(),
                List.of(),
                List.of(words(recipients), words("recipients.leaders"), words("recipients.archive", archive)),
                null,
                List.of(),
                List.of());
    }

    /** Only what was read in a source is written down by itself; the clerk adds what else applies. */
    private List<LegalBasis> bases(Mission mission) {
        return law.bases(mission.kind(), today()).stream()
                .filter(OversightLaw.Basis::verified)
                .map(basis -> new LegalBasis(words("basis", basis.title()), null, null, null, null, null))
                .toList();
    }

    private int count(MissionId id, Grade grade) {
        return (int) visits.standing(id).values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.grade() == grade)
                .count();
    }

    private static Block article(int number, String text) {
        return new Block(Block.Kind.DIVISION, "Điều " + number + ".", text, List.of(), null);
    }

    private static String word(OversightKind kind) {
        return words("kind." + kind);
    }

    /** A subject goes on in small letters inside a sentence, unless it begins with an abbreviation. */
    private static String inSentence(String subject) {
        boolean ordinary = subject.length() > 1 && Character.isLowerCase(subject.charAt(1));
        return ordinary ? Character.toLowerCase(subject.charAt(0)) + subject.substring(1) : subject;
    }

    /** "05 tháng 4 năm 2026": a zero before days below 10 and before January and February (Decree 30). */
    private static String day(@Nullable LocalDate day) {
        if (day == null) return "";
        return words(
                "day",
                "%02d".formatted(day.getDayOfMonth()),
                day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    private static String words(String key, Object... arguments) {
        return WORDS.of("execution.oversight.paper." + key, arguments);
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
