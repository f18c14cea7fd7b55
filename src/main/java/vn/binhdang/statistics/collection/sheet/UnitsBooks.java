package vn.binhdang.statistics.collection.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.organisation.sheet.UnreadableSheet;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.Confirmations;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.board.UnitsToEnter;
import vn.binhdang.statistics.collection.sheet.FilledWorkbook.Mistake;
import vn.binhdang.statistics.collection.submission.Periods;
import vn.binhdang.statistics.collection.submission.SubmissionDesk;
import vn.binhdang.web.Text;

/**
 * Workbooks with a row for each unit, for those who collect figures for others: made to be filled in, brought back, shown,
 * and only then written, all units in one transaction.
 */
@Service
class UnitsBooks {
    private final Submissions submissions;
    private final SubmissionDesk desk;
    private final Layouts layouts;
    private final UnitsToEnter unitsToEnter;
    private final UnitsPlans plans;
    private final ComputedFigures computed;
    private final Confirmations confirmations;
    private final Units units;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json = KeptMistake.mapper();

    UnitsBooks(
            Submissions submissions,
            SubmissionDesk desk,
            Layouts layouts,
            UnitsToEnter unitsToEnter,
            UnitsPlans plans,
            ComputedFigures computed,
            Confirmations confirmations,
            Units units,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.submissions = submissions;
        this.desk = desk;
        this.layouts = layouts;
        this.unitsToEnter = unitsToEnter;
        this.plans = plans;
        this.computed = computed;
        this.confirmations = confirmations;
        this.units = units;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** As the address names it: codes of form and period, and the unit that the others lie in. */
    record Wanted(String form, String period, UnitId unit) {}

    /** @param clears whether empty cells of the file take away what is entered */
    record Brought(
            String fileName,
            boolean clears,
            String sheet,
            Map<Integer, String> columns,
            List<Row> rows,
            List<Mistake> mistakes,
            List<String> outside) {
        /** Where a figure of a row stands: "D9". Of sheets there is only one. */
        String address(Row row, int slot) {
            return columns.getOrDefault(slot, "") + row.number();
        }
    }

    record Row(UnitId unit, int number, Map<Integer, Answer> answers) {}

    private record KeptRow(UUID unit, int number, Map<Integer, @Nullable Object> answers) {}

    UnitsToEnter.Found find(Actor actor, Wanted wanted) {
        return unitsToEnter.of(actor, wanted.form(), wanted.period(), wanted.unit());
    }

    /** All that can still be entered, with what stands in it. */
    @Transactional
    byte[] write(Actor actor, Wanted wanted, Text t) {
        var found = find(actor, wanted);
        var ready = layouts.of(found.form(), found.catalogue(), found.period());
        var open = found.units().stream().filter(UnitsToEnter.One::open).toList();
        var stored = plans.stored(actor, open);
        var counted = plans.counted(found, ready, open, stored);
        var codes = units.codes(open.stream().map(UnitsToEnter.One::unit).toList(), found.day());
        audit.export(
                actor,
                "statistics.form.unitsWorkbook",
                found.form().shape().id().value(),
                Map.of("period", PeriodCode.text(found.period()), "units", open.size()));
        var empty = new Cells(found.form().shape().slots().size());
        return UnitsWorkbook.write(
                head(found, ready),
                ready.layout(),
                new FormWorkbook.Title(
                        found.form().name(t.language()),
                        units.nearest(found.unit(), found.day()).name(),
                        Periods.name(found.period(), t)),
                open.stream()
                        .map(one -> new UnitsWorkbook.Row(
                                one.unit(),
                                codes.getOrDefault(one.unit(), List.of()).stream()
                                        .findFirst()
                                        .map(UnitCode::code)
                                        .orElse(""),
                                one.name(),
                                Optional.ofNullable(stored.get(one.submission()))
                                        .map(Submission::cells)
                                        .orElse(empty),
                                counted.getOrDefault(one.unit(), Map.of())))
                        .toList(),
                computed.sources(ready, found.period(), found.day(), t),
                t);
    }

    private static BookHead head(UnitsToEnter.Found found, Layouts.Ready ready) {
        return new BookHead(
                BookHead.Kind.SEVERAL_UNITS,
                found.form().shape().code(),
                PeriodCode.text(found.period()),
                found.unit().toString(),
                BookHead.shapeOf(ready.layout()));
    }

    /** Reads a file and keeps what it says until it is written or left. */
    @Transactional(rollbackFor = Workbooks.Unfit.class)
    public void bring(Actor actor, Wanted wanted, String fileName, byte[] content, boolean clears)
            throws Workbooks.Unfit {
        var found = find(actor, wanted);
        var ready = layouts.of(found.form(), found.catalogue(), found.period());
        FilledUnits filled;
        try {
            filled = FilledUnits.read(
                    SheetBook.read(fileName, new ByteArrayInputStream(content)),
                    ready.layout(),
                    found.form().shape(),
                    head(found, ready));
        } catch (UnreadableSheet broken) {
            throw new Workbooks.Unfit(broken.messageKey(), broken.arguments());
        } catch (FilledWorkbook.WrongBook wrong) {
            throw new Workbooks.Unfit(wrong.messageKey(), wrong.arguments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var named = new RowUnits(found, units).name(filled);
        drop(actor, found);
        jdbc.sql("""
            insert into stat_units_workbook (id, form_id, period, unit_id, brought_by, brought_at, file_name, sha256, clears,
                                             sheet, columns, rows, mistakes, outside)
            values (:id, :form, :period, :unit, :account, :at, :file, :sha, :clears, :sheet, cast(:columns as jsonb),
                    cast(:rows as jsonb), cast(:mistakes as jsonb), cast(:outside as jsonb))
            """)
                .param("id", Uuid7.create())
                .param("form", found.form().shape().id().value())
                .param("period", PeriodCode.number(found.period()))
                .param("unit", found.unit().value())
                .param("account", actor.account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("file", Workbooks.shortened(fileName))
                .param("sha", Sha256.of(content))
                .param("clears", clears)
                .param("sheet", filled.sheet())
                .param("columns", json.writeValueAsString(filled.columns()))
                .param(
                        "rows",
                        json.writeValueAsString(
                                named.rows().stream().map(UnitsBooks::kept).toList()))
                .param("mistakes", json.writeValueAsString(KeptMistake.of(named.mistakes())))
                .param("outside", json.writeValueAsString(filled.outside()))
                .update();
        audit.record(
                actor,
                "statistics.form.bringUnits",
                found.form().shape().id().value(),
                Map.of(
                        "period",
                        PeriodCode.text(found.period()),
                        "units",
                        named.rows().size(),
                        "mistakes",
                        named.mistakes().size()));
    }

    private static KeptRow kept(Row row) {
        var answers = new TreeMap<Integer, @Nullable Object>();
        row.answers().forEach((slot, answer) -> answers.put(slot, answer.kept()));
        return new KeptRow(row.unit().value(), row.number(), answers);
    }

    private static Row row(KeptRow kept) {
        var answers = new TreeMap<Integer, Answer>();
        kept.answers().forEach((slot, value) -> answers.put(slot, Answer.ofKept(value)));
        return new Row(new UnitId(kept.unit()), kept.number(), answers);
    }

    /** What the actor brought and has not written yet. */
    Optional<Brought> brought(Actor actor, UnitsToEnter.Found found) {
        return jdbc.sql("""
            select file_name, clears, sheet, cast(columns as text) as columns, cast(rows as text) as rows,
                   cast(mistakes as text) as mistakes, cast(outside as text) as outside
            from   stat_units_workbook
            where  form_id = :form and period = :period and unit_id = :unit and brought_by = :account
            """)
                .param("form", found.form().shape().id().value())
                .param("period", PeriodCode.number(found.period()))
                .param("unit", found.unit().value())
                .param("account", actor.account().value())
                .query((rs, i) -> new Brought(
                        rs.getString("file_name"),
                        rs.getBoolean("clears"),
                        rs.getString("sheet"),
                        json.readValue(rs.getString("columns"), new TypeReference<Map<Integer, String>>() {}),
                        json.readValue(rs.getString("rows"), new TypeReference<List<KeptRow>>() {}).stream()
                                .map(UnitsBooks::row)
                                .toList(),
                        KeptMistake.read(json, rs.getString("mistakes")),
                        json.readValue(rs.getString("outside"), new TypeReference<List<String>>() {})))
                .optional();
    }

    /** @param submitted of the units those that went up at once */
    record Stored(int units, int cells, int submitted) {}

    /**
     * Writes what was shown, of all units or of none.
     * @param stand of the plan that was shown
     * @param confirm whether the figures that were shown as counted by the product are confirmed with it
     * @param submit whether forms about which the rules say nothing go up at once, where the actor may submit them
     * @throws Refused when something has changed since, or the file has mistakes
     */
    @Transactional
    public Stored take(Actor actor, Wanted wanted, String stand, boolean confirm, boolean submit) {
        var found = find(actor, wanted);
        var brought = brought(actor, found).orElseThrow(() -> new Refused("statistics.collection.sheet.gone"));
        if (!brought.mistakes().isEmpty()) throw new Refused("statistics.collection.sheet.hasMistakes");
        var ready = layouts.of(found.form(), found.catalogue(), found.period());
        var plan = plans.plan(actor, found, ready, brought);
        if (!plan.mistakes().isEmpty()) throw new Refused("statistics.collection.sheet.hasMistakes");
        if (!plan.was(stand, confirm)) throw new Refused("statistics.submission.changedMeanwhile");
        var filled = new ArrayList<Submission>();
        for (var one : plan.changing()) filled.add(write(actor, found, ready, one, confirm));
        int units = filled.size();
        int cells = plan.cells();
        if (confirm) {
            for (var one : plan.counted()) write(actor, found, ready, one, true);
            units += plan.counted().size();
            cells += plan.countedCells();
        }
        // A form of which the file says nothing is not sent up with the others.
        int submitted = submit && actor.may(Action.SUBMIT_STATISTICS) ? submit(actor, filled) : 0;
        drop(actor, found);
        audit.record(
                actor,
                "statistics.form.takeUnits",
                found.form().shape().id().value(),
                Map.of(
                        "period",
                        PeriodCode.text(found.period()),
                        "units",
                        units,
                        "cells",
                        cells,
                        "submissions",
                        submitted));
        return new Stored(units, cells, submitted);
    }

    private Submission write(
            Actor actor, UnitsToEnter.Found found, Layouts.Ready ready, UnitsPlans.Planned one, boolean confirm) {
        var submission = one.submission() == null
                ? submissions.draft(
                        actor,
                        found.form().shape().id(),
                        found.period(),
                        one.unit().unit())
                : one.submission();
        var done = submissions.fill(actor, submission.id(), confirm ? one.withCounted() : one.changes());
        if (!done.conflicts().isEmpty()) throw new Refused("statistics.submission.changedMeanwhile");
        if (confirm) confirmations.keep(actor, submission.id(), ready.layout(), one.countedValues());
        return done.now();
    }

    private int submit(Actor actor, List<Submission> filled) {
        int submitted = 0;
        for (var one :
                submissions.all(actor, filled.stream().map(Submission::id).toList(), Action.SUBMIT_STATISTICS))
            if (desk.submitClean(actor, one.id(), one.edition())) submitted++;
        return submitted;
    }

    @Transactional
    public void leave(Actor actor, Wanted wanted) {
        var found = find(actor, wanted);
        if (!drop(actor, found)) throw new Refused("statistics.collection.sheet.gone");
        audit.record(
                actor,
                "statistics.form.leaveUnits",
                found.form().shape().id().value(),
                Map.of("period", PeriodCode.text(found.period())));
    }

    private boolean drop(Actor actor, UnitsToEnter.Found found) {
        return jdbc.sql("""
            delete from stat_units_workbook
            where  form_id = :form and period = :period and unit_id = :unit and brought_by = :account
            """)
                        .param("form", found.form().shape().id().value())
                        .param("period", PeriodCode.number(found.period()))
                        .param("unit", found.unit().value())
                        .param("account", actor.account().value())
                        .update()
                == 1;
    }
}
