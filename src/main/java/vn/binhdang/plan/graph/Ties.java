package vn.binhdang.plan.graph;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DocumentTies;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.checking.CitedInForce;
import vn.binhdang.document.checking.CitedInForce.Cited;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanStanding;
import vn.binhdang.plan.graph.Tie.Relation;

/** Finds what a plan is tied to: by the words of the document, by the register, and by the plan it was written after. */
@Component
class Ties implements PlanStanding {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DocumentTies documents;
    private final OutgoingDocuments outgoing;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ties(DocumentTies documents, OutgoingDocuments outgoing, JdbcClient jdbc, Clock clock) {
        this.documents = documents;
        this.outgoing = outgoing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Older documents first, in the order of {@link Relation}. The plan was found for the actor before. */
    List<Tie> of(Actor actor, Plan plan) {
        var content = outgoing.content(actor, plan.id().document());
        var ties = new ArrayList<>(cites(actor, content).stream().map(Cite::tie).toList());
        var around = documents.around(actor, plan.document());
        for (var other : around) ties.add(own(other, relation(plan, other), null));
        ties.addAll(otherYears(actor, plan));
        for (var resting : documents.citing(actor, plan.document()))
            // An amendment cites what it amends; one line says so.
            if (!resting.id().equals(plan.id().document())
                    && around.stream().noneMatch(other -> other.id().equals(resting.id())))
                ties.add(own(resting, Relation.RESTS_ON_IT, null));
        ties.addAll(passedDown(actor, plan));
        ties.sort(java.util.Comparator.comparing(Tie::relation));
        return ties;
    }

    @Override
    public List<Finding> cited(Actor actor, Plan plan, AdministrativeDocument content) {
        return with(amendedAbove(plan), warnings(cites(actor, content).stream()));
    }

    @Override
    public List<Finding> beyondChecker(Actor actor, Plan plan, AdministrativeDocument content) {
        return with(amendedAbove(plan), warnings(cites(actor, content).stream().filter(cite -> !cite.toldByChecker())));
    }

    private static List<Finding> with(List<Finding> first, List<Finding> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** What the superior's plan says has changed since it was passed down; what stands here stays as it is. */
    private List<Finding> amendedAbove(Plan plan) {
        return jdbc.sql("""
            select distinct -1 as position, '' as task, 'WORDS' as kind,
                   printed_number(d.number) || '/' || d.symbol as printed, a.in_force_on
            from   plan_addressee x
            join   plan_cascade k on k.id = x.cascade_id and k.state <> 'RECALLED'
            join   plan_amendment a on a.plan_id = k.plan_id and a.in_force_at > k.passed_at
            join   outgoing_document d on d.id = a.id
            where  x.plan_id = :plan and not x.inside
            and    exists (select 1 from plan_part_change c where c.amendment_id = a.id and c.undone_at is null)
            union  all
            select t.position, coalesce(t.number, left(t.text, 40)) as task, m.kind, m.printed, m.in_force_on
            from   plan_task t
            join   plan_addressee x on x.id = t.addressee_id and not x.inside
            join   plan_cascade k on k.id = x.cascade_id
            join   lateral (
                       select c.kind, printed_number(d.number) || '/' || d.symbol as printed, a.in_force_on
                       from   plan_task_change c
                       join   plan_amendment a on a.id = c.amendment_id
                       join   outgoing_document d on d.id = a.id
                       where  c.task_id = t.from_task_id and c.undone_at is null and a.in_force_at > k.passed_at
                       order  by a.in_force_at desc limit 1) m on true
            where  t.plan_id = :plan and t.dropped_on is null
            order  by position
            """)
                .param("plan", plan.id().value())
                .query((rs, i) -> Finding.of(
                        Severity.WARNING,
                        "plan.amendment.above." + rs.getString("kind"),
                        null,
                        rs.getString("task"),
                        rs.getString("printed"),
                        DAY.format(rs.getObject("in_force_on", LocalDate.class))))
                .list();
    }

    private static List<Finding> warnings(Stream<Cite> cites) {
        return cites.map(cite -> cite.tie().warning())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private record Cite(Tie tie, boolean toldByChecker) {}

    private List<Cite> cites(Actor actor, AdministrativeDocument content) {
        var cited = CitedInForce.of(content, Today.of(clock).day());
        var numbered = documents.numbered(
                actor,
                cited.stream()
                        .map(Cited::number)
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList());
        var own = own(cited, numbered.documents());
        return cited.stream()
                .map(one -> cite(one, own.get(one), numbered.later()))
                .toList();
    }

    private static Cite cite(Cited cited, @Nullable OutgoingDocument own, List<OutgoingDocument> later) {
        var relation = cited.basis() ? Relation.BASIS : Relation.CITED;
        if (own != null) return new Cite(own(own, relation, endOf(own, later)), false);
        LocalDate ended = cited.endedOn();
        Finding warning = ended == null
                ? null
                : cited.replacedBy() == null
                        ? Finding.of(Severity.WARNING, "plan.graph.ended", null, cited.printed(), DAY.format(ended))
                        : Finding.of(
                                Severity.WARNING,
                                "plan.graph.replaced",
                                null,
                                cited.printed(),
                                cited.replacedBy(),
                                DAY.format(ended));
        String day = cited.date() == null ? "" : DAY.format(cited.date());
        return new Cite(new Tie(relation, cited.printed(), day, "", warning), cited.basis());
    }

    private static @Nullable Finding endOf(OutgoingDocument own, List<OutgoingDocument> later) {
        if (own.state() == DocumentState.ISSUED) return null;
        String by = later.stream()
                .filter(document -> own.id().equals(document.concernsId())
                        && document.state().issued()
                        && document.kind() != DocumentKind.ERRATUM
                        && document.kind() != DocumentKind.AMENDMENT)
                .map(OutgoingDocument::numberAndSymbol)
                .reduce("", (first, second) -> second);
        return Finding.of(
                Severity.WARNING,
                own.state() == DocumentState.RECALLED ? "plan.graph.ownRecalled" : "plan.graph.ownReplaced",
                null,
                own.numberAndSymbol(),
                by);
    }

    /** Own documents by what cites them: the same number, and the same day when the text gives one. */
    private static Map<Cited, OutgoingDocument> own(List<Cited> cited, List<OutgoingDocument> candidates) {
        var found = new HashMap<Cited, OutgoingDocument>();
        for (var one : cited) {
            var same = candidates.stream()
                    .filter(document -> document.numberAndSymbol().equalsIgnoreCase(one.number()))
                    .filter(document -> one.date() == null || one.date().equals(document.issuedOn()))
                    .toList();
            if (same.size() == 1) found.put(one, same.getFirst());
        }
        return found;
    }

    /** The plan after which this one was written, and those that were written after it. */
    private List<Tie> otherYears(Actor actor, Plan plan) {
        var before = plan.writtenAfter();
        return jdbc.sql("""
            select d.*, coalesce(p.written_after = :id, false) as follows
            from   plan p join outgoing_document d on d.id = p.id
            where  (p.id = :before or p.written_after = :id) and %s
            order  by p.year, p.id
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("id", plan.id().value())
                .param("before", before == null ? null : before.value(), Types.OTHER)
                .query((rs, i) -> own(
                        Objects.requireNonNull(OutgoingDocuments.ROW.mapRow(rs, i)),
                        rs.getBoolean("follows") ? Relation.FOLLOWED_BY : Relation.WRITTEN_AFTER,
                        null))
                .list();
    }

    /** The superior's plan for which this one was made, and the cascades in which the actor may look how far others are. */
    private List<Tie> passedDown(Actor actor, Plan plan) {
        var found = new ArrayList<Tie>();
        jdbc.sql("""
            select distinct d.id, d.subject, d.agency_id = :agency as own,
                   coalesce(printed_number(d.number) || '/' || d.symbol, '') as printed
            from   plan_addressee a
            join   plan_cascade c on c.id = a.cascade_id and c.state <> 'RECALLED'
            join   outgoing_document d on d.id = c.plan_id
            where  a.plan_id = :plan and not a.inside
            """)
                .param("agency", actor.agency().value())
                .param("plan", plan.id().value())
                .query((rs, i) -> new Tie(
                        Relation.PASSED_DOWN_FROM,
                        rs.getString("printed"),
                        rs.getString("subject"),
                        rs.getBoolean("own") ? "/documents/" + rs.getString("id") : "",
                        null))
                .list()
                .forEach(found::add);
        jdbc.sql("""
            select c.id, c.on_day, count(a.id) as addressees, count(a.id) filter (where a.issued_on is not null) as issued
            from   plan_cascade c join cascade_addressee a on a.cascade_id = c.id and not a.inside
            where  c.plan_id = :plan and c.agency_id = :agency and c.state <> 'RECALLED'
            group  by c.id, c.on_day order by c.id
            """)
                .param("agency", actor.agency().value())
                .param("plan", plan.id().value())
                .query((rs, i) -> new Tie(
                        Relation.PASSED_DOWN_TO,
                        rs.getInt("issued") + "/" + rs.getInt("addressees"),
                        DAY.format(rs.getObject("on_day", LocalDate.class)),
                        actor.may(Action.PASS_DOWN) ? "/cascades/" + rs.getString("id") : "",
                        null))
                .list()
                .forEach(found::add);
        return found;
    }

    private static Tie own(OutgoingDocument document, Relation relation, @Nullable Finding warning) {
        return new Tie(
                relation, document.numberAndSymbol(), document.subject(), "/documents/" + document.id(), warning);
    }

    private static Relation relation(Plan plan, OutgoingDocument other) {
        if (other.id().equals(plan.document().concernsId())) return Relation.REPLACES;
        return switch (other.kind()) {
            case ERRATUM -> Relation.CORRECTED_BY;
            case RECALL -> Relation.TAKEN_BACK_BY;
            case AMENDMENT -> Relation.AMENDED_BY;
            default -> Relation.REPLACED_BY;
        };
    }
}
