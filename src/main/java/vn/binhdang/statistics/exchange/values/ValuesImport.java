package vn.binhdang.statistics.exchange.values;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StreamUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitHistories;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionHistory;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.collection.Finding;
import vn.binhdang.statistics.collection.FormRules;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.statistics.rollup.UnitsSeen;
import vn.binhdang.web.Text;

/**
 * Takes values that another system sends. Rows are read as they arrive and checked one by one; the good ones are stored in
 * one transaction with one row of record, the others are told with their numbers. The same content is taken once.
 */
@Service
class ValuesImport {
    /** More in one request are asked for in several. */
    static final long MOST_ROWS = 1_000_000;

    private static final int MOST_ERRORS = 1_000;
    private static final int ROWS_AT_ONCE = 2_000;

    /** How far what was sent goes. */
    enum As {
        /** Into forms that people still look at and submit. */
        DRAFT,
        /** Straight into the totals; what was accepted before and differs is amended. */
        ACCEPTED
    }

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final UnitHistories histories;
    private final Units units;
    private final Sums sums;
    private final SubmissionHistory steps;
    private final Layouts layouts;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    ValuesImport(
            JdbcClient jdbc,
            Catalogues catalogues,
            UnitHistories histories,
            Units units,
            Sums sums,
            SubmissionHistory steps,
            Layouts layouts,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.histories = histories;
        this.units = units;
        this.sums = sums;
        this.steps = steps;
        this.layouts = layouts;
        this.audit = audit;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** @param contentType "text/csv", SDMX-CSV, ADX (with ";calendar" when its periods are names of the calendar) or JSON Lines */
    Answer take(Actor actor, InputStream in, @Nullable String contentType, As as, Text t) throws IOException {
        actor.must(Action.ENTER_STATISTICS);
        if (as == As.ACCEPTED) actor.must(Action.ACCEPT_STATISTICS);
        var history = histories.current();
        var today = LocalDate.ofInstant(clock.instant(), Today.ZONE);
        var seen = new UnitsSeen(
                actor, as == As.ACCEPTED ? Action.ACCEPT_STATISTICS : Action.ENTER_STATISTICS, history, today);
        var checks = new Checks(catalogues.current(), history, seen, units);
        var said = new Said(t);
        // Whoever reads rows may close what it reads; the rest is still wanted for what tells contents apart.
        var digest = new DigestInputStream(StreamUtils.nonClosing(in), Sha256.start());
        digest.getMessageDigest().update((byte) as.ordinal());
        var rows = rows(digest, contentType == null ? "" : contentType);
        var row = new ValueRow();
        for (; rows.next(row); said.rows++) {
            if (said.rows == MOST_ROWS) {
                said.refuse(said.rows + 1, "statistics.values.fault.tooMany", MOST_ROWS);
                break;
            }
            var fault = rows.fault();
            if (fault.isPresent())
                said.refuse(said.rows + 1, fault.get().key(), fault.get().about());
            else checks.take(row, said.rows + 1).ifPresent(f -> said.refuse(said.rows + 1, f.key(), f.about()));
        }
        digest.transferTo(java.io.OutputStream.nullOutputStream());
        byte[] sha256 = digest.getMessageDigest().digest();
        try {
            return store(actor, checks, said, sha256, as, history);
        } catch (CannotAcquireLockException e) {
            // somebody else wrote the same forms in another order: once more, from what stands then
            return store(actor, checks, said, sha256, as, history);
        }
    }

    private RowReader rows(DigestInputStream in, String contentType) throws IOException {
        if (contentType.startsWith(AdxRows.TYPE))
            return new AdxRows(in, catalogues.current(), calendar(contentType, in));
        if (contentType.startsWith(SdmxCsvRows.TYPE)) return new SdmxCsvRows(in, catalogues.current());
        return contentType.startsWith("text/csv") ? new CsvRows(in) : new JsonRows(in);
    }

    /** The same document means something else when its periods are names of the calendar. */
    private static boolean calendar(String contentType, DigestInputStream digest) {
        boolean calendar = contentType.endsWith(";calendar");
        if (calendar) digest.getMessageDigest().update((byte) 'c');
        return calendar;
    }

    /** Counts, and the sentences of the first errors. */
    private static final class Said {
        private final Text t;
        private final List<Answer.Error> errors = new ArrayList<>();
        private long rows;
        private long refused;

        Said(Text t) {
            this.t = t;
        }

        void refuse(long row, String key, Object... about) {
            refused++;
            if (errors.size() < MOST_ERRORS)
                errors.add(new Answer.Error(row, key.substring(key.lastIndexOf('.') + 1), t.of(key, about)));
        }

        Said copy() {
            var copy = new Said(t);
            copy.errors.addAll(errors);
            copy.rows = rows;
            copy.refused = refused;
            return copy;
        }
    }

    private Answer store(Actor actor, Checks checks, Said read, byte[] sha256, As as, UnitHistory history) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var before = answered(actor, sha256);
            if (before.isPresent()) return before.get().asRepeated();
            var said = read.copy();
            var request = Uuid7.create();
            remember(actor, request, sha256);
            var counts = new long[3];
            var changes = new ArrayList<Sums.Changes>();
            for (var target : checks.targets())
                new Writing(actor, request, target, as, history, said, counts)
                        .write()
                        .ifPresent(changes::add);
            if (!changes.isEmpty()) sums.apply(changes);
            var answer =
                    new Answer(request, false, said.rows, counts[0], counts[1], said.refused, counts[2], said.errors);
            finish(answer);
            audit.record(
                    actor,
                    "statistics.values.import",
                    request,
                    Map.of("rows", said.rows, "taken", counts[0], "refused", said.refused, "submissions", counts[2]));
            return answer;
        }));
    }

    private Optional<Answer> answered(Actor actor, byte[] sha256) {
        return jdbc.sql("select answer from stat_import where sha256 = :sha256 and agency_id = :agency")
                .param("sha256", sha256)
                .param("agency", actor.agency().value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Answer.class));
    }

    private void remember(Actor actor, UUID request, byte[] sha256) {
        jdbc.sql("""
            insert into stat_import (id, sha256, account_id, agency_id, rows, taken, refused, answer, finished_at)
            values (:id, :sha256, :account, :agency, 0, 0, 0, '{}', :at)
            """)
                .param("id", request)
                .param("sha256", sha256)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("at", now())
                .update();
    }

    private void finish(Answer answer) {
        jdbc.sql("""
            update stat_import set rows = :rows, taken = :taken, refused = :refused, answer = cast(:answer as jsonb)
            where  id = :id
            """)
                .param("id", answer.request())
                .param("rows", answer.rows())
                .param("taken", answer.taken())
                .param("refused", answer.refused())
                .param("answer", json.writeValueAsString(answer))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Standing(UUID id, UnitId unit, int revision, SubmissionState state, Cells cells) {}

    /** Writes the rows of one form for one period. */
    private final class Writing {
        private final Actor actor;
        private final UUID request;
        private final Checks.Target target;
        private final As as;
        private final UnitHistory history;
        private final Said said;
        /** taken, unchanged, submissions */
        private final long[] counts;

        private final int slots;
        private final FormRules rules;
        private final List<Sums.Change> changes = new ArrayList<>();
        private final List<Standing> begun = new ArrayList<>();
        private final List<Standing> changed = new ArrayList<>();
        private final List<UUID> replaced = new ArrayList<>();

        Writing(Actor actor, UUID request, Checks.Target target, As as, UnitHistory history, Said said, long[] counts) {
            this.actor = actor;
            this.request = request;
            this.target = target;
            this.as = as;
            this.history = history;
            this.said = said;
            this.counts = counts;
            slots = target.form.shape().slots().size();
            rules = layouts.of(target.form.shape().id(), target.period).rules();
        }

        Optional<Sums.Changes> write() {
            var all = target.batches.values().stream()
                    .filter(batch -> batch.size() > 0)
                    .sorted(java.util.Comparator.comparing(batch -> batch.unit.value()))
                    .toList();
            for (int from = 0; from < all.size(); from += ROWS_AT_ONCE)
                part(all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE)));
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Sums.Changes(target.form.shape(), target.period, changes));
        }

        private void part(List<Batch> batches) {
            var standing = standing(batches);
            for (var batch : batches) one(batch, standing.getOrDefault(batch.unit, List.of()));
            store();
        }

        /** The revisions of each unit, the last one last; locked. */
        private Map<UnitId, List<Standing>> standing(List<Batch> batches) {
            var standing = new HashMap<UnitId, List<Standing>>();
            jdbc.sql("""
                select id, unit_id, revision, state, cells from stat_submission
                where  form_id = :form and period = :period and unit_id = any (:units) and state <> 'REPLACED'
                order  by unit_id, revision for update
                """)
                    .param("form", target.form.shape().id().value())
                    .param("period", PeriodCode.number(target.period))
                    .param("units", batches.stream().map(b -> b.unit.value()).toArray(UUID[]::new))
                    .query(rs -> {
                        var unit = new UnitId(rs.getObject("unit_id", UUID.class));
                        standing.computeIfAbsent(unit, _ -> new ArrayList<>(1))
                                .add(new Standing(
                                        rs.getObject("id", UUID.class),
                                        unit,
                                        rs.getInt("revision"),
                                        SubmissionState.valueOf(rs.getString("state")),
                                        Cells.unpack(rs.getBytes("cells"), slots)));
                    });
            return standing;
        }

        private void one(Batch batch, List<Standing> standing) {
            if (standing.isEmpty()) {
                var cells = new Cells(slots);
                int filled = batch.putInto(cells);
                if (refusedByRules(batch, cells)) return;
                count(batch, filled);
                begin(batch.unit, 0, cells, null);
                return;
            }
            var last = standing.getLast();
            var cells = last.cells().copy();
            int different = batch.putInto(cells);
            if (different == 0 && (as == As.DRAFT || last.state() == SubmissionState.ACCEPTED)) {
                counts[1] += batch.size();
                return;
            }
            if (as == As.DRAFT && !last.state().mayBeFilled() || last.state() == SubmissionState.SUBMITTED) {
                for (int i = 0; i < batch.size(); i++)
                    said.refuse(batch.row(i), "statistics.values.fault.closed", batch.unit);
                return;
            }
            if (refusedByRules(batch, cells)) return;
            count(batch, different);
            if (as == As.DRAFT) {
                changed.add(new Standing(last.id(), batch.unit, last.revision(), last.state(), cells));
                return;
            }
            var accepted = standing.stream()
                    .filter(s -> s.state() == SubmissionState.ACCEPTED)
                    .findFirst()
                    .orElse(null);
            if (accepted != null) replaced.add(accepted.id());
            if (last.state() == SubmissionState.ACCEPTED) begin(batch.unit, last.revision() + 1, cells, accepted);
            else {
                changed.add(new Standing(last.id(), batch.unit, last.revision(), SubmissionState.ACCEPTED, cells));
                changes.add(new Sums.Change(batch.unit, accepted == null ? null : accepted.cells(), cells));
            }
        }

        /** What would be accepted keeps the rules of the form, as on its page; a draft may still break them. */
        private boolean refusedByRules(Batch batch, Cells cells) {
            if (as == As.DRAFT) return false;
            var broken = rules.check(cells).stream().filter(Finding::isError).findFirst();
            if (broken.isEmpty()) return false;
            var sentence = broken.get().sentence(said.t);
            for (int i = 0; i < batch.size(); i++)
                said.refuse(batch.row(i), "statistics.values.fault.rule", batch.unit, sentence);
            return true;
        }

        private void begin(UnitId unit, int revision, Cells cells, @Nullable Standing accepted) {
            var state = as == As.DRAFT ? SubmissionState.DRAFT : SubmissionState.ACCEPTED;
            begun.add(new Standing(SubmissionId.create().value(), unit, revision, state, cells));
            if (as == As.ACCEPTED)
                changes.add(new Sums.Change(unit, accepted == null ? null : accepted.cells(), cells));
        }

        private void count(Batch batch, int different) {
            counts[0] += different;
            counts[1] += batch.size() - different;
            counts[2]++;
        }

        private void store() {
            if (!replaced.isEmpty())
                jdbc.sql("update stat_submission set state = 'REPLACED' where id = any (:ids)")
                        .param("ids", replaced.toArray(UUID[]::new))
                        .update();
            if (!begun.isEmpty()) insert();
            if (!changed.isEmpty())
                jdbc.sql("""
                    update stat_submission s
                    set    state = n.state, cells = n.cells, edition = edition + 1, changed_at = :at, changed_by = :by,
                           import_id = :request
                    from   unnest(:ids, :states, cast(:cells as bytea[])) n (id, state, cells)
                    where  s.id = n.id
                    """)
                        .param("ids", changed.stream().map(Standing::id).toArray(UUID[]::new))
                        .param(
                                "states",
                                changed.stream().map(s -> s.state().name()).toArray(String[]::new))
                        .param(
                                "cells",
                                changed.stream().map(s -> s.cells().pack()).toArray(byte[][]::new))
                        .param("at", now())
                        .param("by", actor.account().value())
                        .param("request", request)
                        .update();
            if (as == As.ACCEPTED) accepted();
            replaced.clear();
            begun.clear();
            changed.clear();
        }

        private void accepted() {
            var taken = new ArrayList<SubmissionHistory.Taken>();
            for (var one : begun)
                taken.add(new SubmissionHistory.Taken(new SubmissionId(one.id()), one.revision() > 0));
            // Somebody had begun the amendment before: that step stands already.
            for (var one : changed) taken.add(new SubmissionHistory.Taken(new SubmissionId(one.id()), false));
            if (!taken.isEmpty())
                steps.acceptedAtOnce(actor, actor, target.form.shape(), target.period, taken, clock.instant());
        }

        private void insert() {
            int last = (int) target.window.to().toEpochDay();
            int inserted = jdbc.sql("""
                insert into stat_submission (id, form_id, period, unit_id, revision, state, reference_day, cells, changed_at,
                                             changed_by, import_id)
                select n.id, :form, :period, n.unit_id, n.revision, :state, n.reference_day, n.cells, :at, :by, :request
                from   unnest(:ids, :units, :revisions, cast(:days as date[]), cast(:cells as bytea[]))
                       n (id, unit_id, revision, reference_day, cells)
                on conflict (form_id, period, unit_id, revision) do nothing
                """)
                    .param("form", target.form.shape().id().value())
                    .param("period", PeriodCode.number(target.period))
                    .param("state", as == As.DRAFT ? "DRAFT" : "ACCEPTED")
                    .param("ids", begun.stream().map(Standing::id).toArray(UUID[]::new))
                    .param("units", begun.stream().map(s -> s.unit().value()).toArray(UUID[]::new))
                    .param("revisions", begun.stream().map(Standing::revision).toArray(Integer[]::new))
                    .param(
                            "days",
                            begun.stream()
                                    .map(s -> LocalDate.ofEpochDay(
                                                    Math.min(last, history.until(history.number(s.unit())) - 1L))
                                            .toString())
                                    .toArray(String[]::new))
                    .param("cells", begun.stream().map(s -> s.cells().pack()).toArray(byte[][]::new))
                    .param("at", now())
                    .param("by", actor.account().value())
                    .param("request", request)
                    .update();
            if (inserted != begun.size())
                throw new CannotAcquireLockException("the same forms were begun at this moment");
        }
    }
}
