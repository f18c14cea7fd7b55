package vn.binhdang.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;

/**
 * The stored answers of units, and the only way to change them. Who may is part of each query: the unit has to be in the
 * actor's reach on the submission's day of reference, or today itself or through those that carry on from it.
 */
@Service
public class Submissions {
    /** So many changed cells are named in the record of deeds; of more only how many there were. */
    private static final int NAMED_IN_RECORD = 40;

    static final RowMapper<Submission> ROW = (rs, i) -> new Submission(
            new SubmissionId(rs.getObject("id", UUID.class)),
            new FormId(rs.getObject("form_id", UUID.class)),
            PeriodCode.of(rs.getInt("period")),
            new UnitId(rs.getObject("unit_id", UUID.class)),
            rs.getInt("revision"),
            SubmissionState.valueOf(rs.getString("state")),
            rs.getInt("edition"),
            rs.getObject("reference_day", LocalDate.class),
            Cells.unpack(rs.getBytes("cells"), 0),
            rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
            new AccountId(rs.getObject("changed_by", UUID.class)));

    /** Part of a query over stat_submission s: with :whole, :only and :today. */
    public static final String IN_REACH = """
        (in_reach(s.unit_id, :whole, :only, s.reference_day) or in_reach(s.unit_id, :whole, :only, :today)
         or exists (select 1 from unit_successors(array[s.unit_id], s.reference_day, :today) heir
                    where  in_reach(heir.unit_id, :whole, :only, :today)))
        """;

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Units units;
    private final Acceptance acceptance;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(
            JdbcClient jdbc, Catalogues catalogues, Units units, Acceptance acceptance, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.units = units;
        this.acceptance = acceptance;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotVisible when it is not there or not where the actor may do that */
    @Transactional(readOnly = true)
    public Submission of(Actor actor, SubmissionId id, Action action) {
        return find(actor, id, action, "").orElseThrow(() -> new NotVisible("submission " + id));
    }

    /** As {@link #of}; nobody takes a step with it until the transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Submission hold(Actor actor, SubmissionId id, Action action) {
        return find(actor, id, action, " for update of s").orElseThrow(() -> new NotVisible("submission " + id));
    }

    /**
     * As {@link #hold}, of many, each with the revision that it would replace: in the order in which values are brought in
     * too, so that one waits for the other and neither for both.
     * @throws NotVisible when one of them is not there or not where the actor may do that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Submission> hold(Actor actor, Collection<SubmissionId> ids, Action action) {
        var reach = actor.reach(action);
        var wanted = Set.copyOf(ids);
        var held = jdbc
                .sql("""
                    select s.* from stat_submission s
                    where  (s.form_id, s.period, s.unit_id) in (select form_id, period, unit_id from stat_submission
                                                                where  id = any (:ids))
                    and    (s.id = any (:ids) or s.state = 'ACCEPTED') and
                    """ + IN_REACH + " order by s.form_id, s.period, s.unit_id, s.revision for update of s")
                .param("ids", wanted.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", today())
                .query(ROW)
                .list()
                .stream()
                .filter(one -> wanted.contains(one.id()))
                .toList();
        if (held.size() < wanted.size()) throw new NotVisible("submissions of " + wanted.size());
        return held;
    }

    /** The revisions of an answer, the first first. */
    @Transactional(readOnly = true)
    public List<Submission> revisions(Actor actor, FormId form, ReportingPeriod period, UnitId unit, Action action) {
        var reach = actor.reach(action);
        return jdbc.sql("select s.* from stat_submission s where form_id = :form and period = :period and unit_id ="
                        + " :unit and "
                        + IN_REACH + " order by revision")
                .param("form", form.value())
                .param("period", PeriodCode.number(period))
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", today())
                .query(ROW)
                .list();
    }

    /** Those of many that are where the actor may do that. */
    @Transactional(readOnly = true)
    public List<Submission> all(Actor actor, Collection<SubmissionId> ids, Action action) {
        return find(actor, ids, action, "");
    }

    /**
     * The answer that is being given or was given last; begun when there is none.
     * @throws NotVisible when the unit is not where the actor may enter figures
     * @throws Refused when the unit did not exist in the period, or the form is not in force for it
     */
    @Transactional
    public Submission draft(Actor actor, FormId formId, ReportingPeriod period, UnitId unit) {
        actor.must(Action.ENTER_STATISTICS);
        var form = form(formId);
        var day = referenceDay(form, period, unit);
        mustReach(actor, unit, day);
        int inserted = jdbc.sql("""
            insert into stat_submission (id, form_id, period, unit_id, state, reference_day, cells, changed_at, changed_by)
            values (:id, :form, :period, :unit, 'DRAFT', :day, :cells, :at, :by)
            on conflict (form_id, period, unit_id, revision) do nothing
            """)
                .param("id", SubmissionId.create().value())
                .param("form", formId.value())
                .param("period", PeriodCode.number(period))
                .param("unit", unit.value())
                .param("day", day)
                .param("cells", new Cells(form.shape().slots().size()).pack())
                .param("at", now())
                .param("by", actor.account().value())
                .update();
        var submission =
                revisions(actor, formId, period, unit, Action.ENTER_STATISTICS).getLast();
        if (inserted == 1)
            audit.record(
                    actor,
                    "statistics.submission.begin",
                    submission.id().value(),
                    Map.of("form", form.shape().code(), "period", PeriodCode.text(period), "unit", unit.toString()));
        return submission;
    }

    /**
     * @param before what the person saw; null to write whatever stands there
     * @param after what is to stand there
     */
    public record CellChange(int slot, @Nullable CellEntry before, CellEntry after) {}

    /**
     * @param now the answer as it stands after the act
     * @param conflicts slots that were left alone, since somebody else had changed them meanwhile
     */
    public record Filled(Submission now, List<Integer> conflicts) {}

    /**
     * Writes cells. One that somebody else has changed since the person saw it is left as it stands and told.
     * @throws Refused when it is submitted, accepted or replaced, or a value is outside of what its cell can hold
     */
    @Transactional
    public Filled fill(Actor actor, SubmissionId id, List<CellChange> changes) {
        actor.must(Action.ENTER_STATISTICS);
        var stored = hold(actor, id, Action.ENTER_STATISTICS);
        if (!stored.state().mayBeFilled()) throw new Refused("statistics.submission.closed");
        var form = form(stored.form()).shape();
        var cells = stored.cells().grown(form.slots().size()).copy();
        var conflicts = new ArrayList<Integer>();
        var said = new ArrayList<String>();
        int changed = 0;
        for (var change : changes) {
            if (change.slot() < 0 || change.slot() >= form.slots().size())
                throw new NotVisible("slot " + change.slot());
            var slot = form.slots().get(change.slot());
            checkLimits(slot, change.after());
            var stands = CellEntry.in(cells, change.slot());
            if (stands.equals(change.after())) continue;
            if (change.before() != null && !stands.equals(change.before())) {
                conflicts.add(change.slot());
                continue;
            }
            change.after().putInto(cells, change.slot());
            changed++;
            if (said.size() < NAMED_IN_RECORD) said.add(inRecord(slot, stands, change.after()));
        }
        if (changed == 0) return new Filled(stored, conflicts);
        write(actor, id, stored.state(), cells.pack());
        rememberHand(actor, stored);
        audit.record(
                actor,
                "statistics.submission.fill",
                id.value(),
                Map.of("cells", changed, "changes", String.join("; ", said)));
        return new Filled(stored(id), conflicts);
    }

    /** @throws Refused when it is not being filled in, or has changed since the edition that was looked at */
    @Transactional
    public void submit(Actor actor, SubmissionId id, int edition) {
        actor.must(Action.SUBMIT_STATISTICS);
        var stored = hold(actor, id, Action.SUBMIT_STATISTICS);
        must(stored, edition, SubmissionState.DRAFT, SubmissionState.RETURNED);
        if (stored.cells().equals(new Cells(stored.cells().slots()))) throw new Refused("statistics.submission.empty");
        write(actor, id, SubmissionState.SUBMITTED, null);
        audit.record(actor, "statistics.submission.submit", id.value(), Map.of("revision", stored.revision()));
    }

    /** Takes back what was submitted and not yet looked at to an end. */
    @Transactional
    public void withdraw(Actor actor, SubmissionId id, int edition) {
        actor.must(Action.SUBMIT_STATISTICS);
        must(hold(actor, id, Action.SUBMIT_STATISTICS), edition, SubmissionState.SUBMITTED);
        write(actor, id, SubmissionState.DRAFT, null);
        audit.record(actor, "statistics.submission.withdraw", id.value());
    }

    /** Back to those who filled it in; the reasons are kept by whoever sends it back. */
    @Transactional
    public void sendBack(Actor actor, SubmissionId id, int edition) {
        actor.must(Action.ACCEPT_STATISTICS);
        must(hold(actor, id, Action.ACCEPT_STATISTICS), edition, SubmissionState.SUBMITTED);
        write(actor, id, SubmissionState.RETURNED, null);
        audit.record(actor, "statistics.submission.sendBack", id.value());
    }

    /**
     * From here on it counts in every total above it. An earlier revision ceases to count and is kept.
     * @throws Refused when it is not submitted, or the actor filled it in or submitted it
     */
    @Transactional
    public void accept(Actor actor, SubmissionId id, int edition) {
        if (accept(actor, Map.of(id, edition)).refused().get(id) instanceof Refused refused) throw refused;
    }

    /**
     * @param accepted as they stood before the act
     * @param refused why the others were not
     */
    public record Accepted(List<Submission> accepted, Map<SubmissionId, Refused> refused) {
        public Accepted {
            accepted = List.copyOf(accepted);
            refused = Map.copyOf(refused);
        }
    }

    /**
     * The same of many, in one act: those that cannot be accepted do not keep the others.
     * @param editions that were looked at
     * @throws NotVisible when one is not there or not where the actor accepts figures; then none is accepted
     */
    @Transactional
    public Accepted accept(Actor actor, Map<SubmissionId, Integer> editions) {
        return accept(actor, hold(actor, editions.keySet(), Action.ACCEPT_STATISTICS), editions);
    }

    /** @param held for accepting, by {@link #hold(Actor, Collection, Action)} in the same transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    public Accepted accept(Actor actor, List<Submission> held, Map<SubmissionId, Integer> editions) {
        actor.must(Action.ACCEPT_STATISTICS);
        return acceptance.accept(actor, held, editions);
    }

    /**
     * Begins an amendment of what was accepted: a revision of its own that starts with the same figures. What was accepted
     * counts until the amendment is.
     */
    @Transactional
    public SubmissionId amend(Actor actor, SubmissionId id) {
        actor.must(Action.ENTER_STATISTICS);
        var stored = hold(actor, id, Action.ENTER_STATISTICS);
        if (stored.state() != SubmissionState.ACCEPTED) throw new Refused("statistics.submission.notAccepted");
        var amendment = SubmissionId.create();
        int inserted = jdbc.sql("""
            insert into stat_submission (id, form_id, period, unit_id, revision, state, reference_day, cells, changed_at,
                                         changed_by)
            select :amendment, form_id, period, unit_id, revision + 1, 'DRAFT', reference_day, cells, :at, :by
            from   stat_submission where id = :id
            on conflict (form_id, period, unit_id, revision) do nothing
            """)
                .param("amendment", amendment.value())
                .param("id", id.value())
                .param("at", now())
                .param("by", actor.account().value())
                .update();
        if (inserted == 0) throw new Refused("statistics.submission.amendedAlready");
        audit.record(
                actor,
                "statistics.submission.amend",
                amendment.value(),
                Map.of("amends", id.toString(), "revision", stored.revision() + 1));
        return amendment;
    }

    /** Everybody who entered figures is remembered, not only the last. */
    private void rememberHand(Actor actor, Submission stored) {
        jdbc.sql("""
            insert into stat_submission_hand (submission_id, account_id) values (:id, :account) on conflict do nothing
            """)
                .param("id", stored.id().value())
                .param("account", actor.account().value())
                .update();
    }

    private Optional<Submission> find(Actor actor, SubmissionId id, Action action, String lock) {
        return find(actor, List.of(id), action, lock).stream().findFirst();
    }

    private List<Submission> find(Actor actor, Collection<SubmissionId> ids, Action action, String lock) {
        var reach = actor.reach(action);
        return jdbc.sql("select s.* from stat_submission s where s.id = any (:ids) and " + IN_REACH + lock)
                .param("ids", ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", today())
                .query(ROW)
                .list();
    }

    private Submission stored(SubmissionId id) {
        return jdbc.sql("select * from stat_submission where id = :id")
                .param("id", id.value())
                .query(ROW)
                .single();
    }

    private static void must(Submission stored, int edition, SubmissionState... states) {
        if (!List.of(states).contains(stored.state())) throw new Refused("statistics.submission.movedOn");
        if (stored.edition() != edition) throw new Refused("statistics.submission.changedMeanwhile");
    }

    private void write(Actor actor, SubmissionId id, SubmissionState state, byte @Nullable [] cells) {
        // who fills in is remembered; who decides is not the one who entered
        jdbc.sql("""
            update stat_submission
            set    state = :state, edition = edition + 1, cells = coalesce(cast(:cells as bytea), cells),
                   changed_at = case when :filled then :at else changed_at end,
                   changed_by = case when :filled then :by else changed_by end
            where  id = :id
            """)
                .param("id", id.value())
                .param("state", state.name())
                .param("cells", cells)
                .param("filled", cells != null)
                .param("at", now())
                .param("by", actor.account().value())
                .update();
    }

    private Catalogue.Form form(FormId id) {
        return catalogues.current().form(id).orElseThrow(() -> new NotVisible("form " + id));
    }

    /** The last day of the window on which the unit existed. */
    private LocalDate referenceDay(Catalogue.Form form, ReportingPeriod period, UnitId unit) {
        if (PeriodKind.of(period) != form.shape().kind()) throw new Refused("statistics.submission.otherPeriod");
        var window = form.shape().window(period);
        var until = form.until();
        if (window.to().isBefore(form.from()) || until != null && !window.from().isBefore(until))
            throw new Refused("statistics.submission.formNotInForce");
        var day = units.span(unit).nearest(window.to());
        if (day.isBefore(window.from()) || day.isAfter(window.to()))
            throw new Refused("statistics.submission.unitNotThere");
        return day;
    }

    private void mustReach(Actor actor, UnitId unit, LocalDate day) {
        var reach = actor.reach(Action.ENTER_STATISTICS);
        boolean reached = jdbc.sql("""
            select in_reach(:unit, :whole, :only, :day) or in_reach(:unit, :whole, :only, :today)
                or exists (select 1 from unit_successors(array[cast(:unit as uuid)], :day, :today) heir
                           where  in_reach(heir.unit_id, :whole, :only, :today))
            """)
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("today", today())
                .query(Boolean.class)
                .single();
        if (!reached) throw new NotVisible("unit " + unit);
    }

    private static void checkLimits(FormShape.Slot slot, CellEntry entry) {
        if (entry.state() != CellState.VALUE) return;
        if (slot.lowest() != null && entry.value() < slot.lowest())
            throw new Refused("statistics.cell.tooLow", slot.key(), number(slot, slot.lowest()));
        if (slot.highest() != null && entry.value() > slot.highest())
            throw new Refused("statistics.cell.tooHigh", slot.key(), number(slot, slot.highest()));
    }

    private String inRecord(FormShape.Slot slot, CellEntry before, CellEntry after) {
        boolean sensitive = catalogues
                .current()
                .element(slot.elementCode())
                .map(Catalogue.Element::sensitive)
                .orElse(true);
        return sensitive ? slot.key() : slot.key() + ": " + inRecord(slot, before) + " → " + inRecord(slot, after);
    }

    private static String inRecord(FormShape.Slot slot, CellEntry entry) {
        return switch (entry.state()) {
            case MISSING -> "–";
            case NOT_APPLICABLE -> "x";
            case VALUE -> number(slot, entry.value()).toPlainString();
        };
    }

    private static BigDecimal number(FormShape.Slot slot, long value) {
        return BigDecimal.valueOf(value, slot.decimals());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Today.ZONE);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
