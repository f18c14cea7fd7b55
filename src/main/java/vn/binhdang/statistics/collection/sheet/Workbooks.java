package vn.binhdang.statistics.collection.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.organisation.sheet.UnreadableSheet;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.submission.Periods;
import vn.binhdang.web.Text;

/** Workbooks of submissions: made to be filled in, brought back, shown, and only then written. */
@Service
class Workbooks {
    private final Submissions submissions;
    private final Layouts layouts;
    private final ComputedFigures computed;
    private final Units units;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json = KeptMistake.mapper();

    Workbooks(
            Submissions submissions,
            Layouts layouts,
            ComputedFigures computed,
            Units units,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.computed = computed;
        this.units = units;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file that cannot be taken, with the sentence that says why. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final String messageKey;
        private final transient List<Object> arguments;

        Unfit(String messageKey, List<?> arguments) {
            super(messageKey);
            this.messageKey = messageKey;
            this.arguments = List.copyOf(arguments);
        }

        String sentence(Text t) {
            return t.of(messageKey, arguments.toArray());
        }
    }

    /** @param clears whether empty cells of the file take away what is entered */
    record Brought(
            UUID id,
            String fileName,
            OffsetDateTime broughtAt,
            boolean clears,
            Map<Integer, Answer> answers,
            Map<Integer, String> addresses,
            List<FilledWorkbook.Mistake> mistakes,
            List<String> outside) {}

    @Transactional
    byte[] write(Actor actor, SubmissionId id, Text t) {
        var submission = submissions.of(actor, id, Action.READ_STATISTICS);
        var ready = layouts.of(submission.form(), submission.period());
        audit.export(
                actor,
                "statistics.submission.workbook",
                id.value(),
                Map.of("form", ready.form().shape().code(), "period", PeriodCode.text(submission.period())));
        return FormWorkbook.write(
                head(submission, ready),
                ready.layout(),
                new FormWorkbook.Title(
                        ready.form().name(t.language()),
                        units.nearest(submission.unit(), submission.referenceDay())
                                .name(),
                        Periods.name(submission.period(), t)),
                submission.cells(),
                computed.sources(ready, submission.period(), submission.referenceDay(), t),
                t);
    }

    private static BookHead head(Submission submission, Layouts.Ready ready) {
        return new BookHead(
                BookHead.Kind.ONE_UNIT,
                ready.form().shape().code(),
                PeriodCode.text(submission.period()),
                submission.unit().toString(),
                BookHead.shapeOf(ready.layout()));
    }

    /** Reads a file and keeps what it says until it is written or left. */
    @Transactional(rollbackFor = Unfit.class)
    public void bring(Actor actor, SubmissionId id, String fileName, byte[] content, boolean clears) throws Unfit {
        var submission = fillable(actor, id);
        var ready = layouts.of(submission.form(), submission.period());
        FilledWorkbook filled;
        try {
            filled = FilledWorkbook.read(
                    SheetBook.read(fileName, new ByteArrayInputStream(content)),
                    ready.layout(),
                    ready.form().shape(),
                    head(submission, ready));
        } catch (UnreadableSheet broken) {
            throw new Unfit(broken.messageKey(), broken.arguments());
        } catch (FilledWorkbook.WrongBook wrong) {
            throw new Unfit(wrong.messageKey(), wrong.arguments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(actor, submission, fileName, content, clears, filled);
    }

    private void keep(
            Actor actor,
            Submission submission,
            String fileName,
            byte[] content,
            boolean clears,
            FilledWorkbook filled) {
        var answers = new TreeMap<Integer, @Nullable Object>();
        filled.answers().forEach((slot, answer) -> answers.put(slot, answer.kept()));
        jdbc.sql("delete from stat_workbook where submission_id = :submission and brought_by = :account")
                .param("submission", submission.id().value())
                .param("account", actor.account().value())
                .update();
        jdbc.sql("""
            insert into stat_workbook (id, submission_id, brought_by, brought_at, file_name, sha256, edition, clears,
                                       answers, addresses, mistakes, outside)
            values (:id, :submission, :account, :at, :file, :sha, :edition, :clears, cast(:answers as jsonb),
                    cast(:addresses as jsonb), cast(:mistakes as jsonb), cast(:outside as jsonb))
            """)
                .param("id", Uuid7.create())
                .param("submission", submission.id().value())
                .param("account", actor.account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("file", shortened(fileName))
                .param("sha", Sha256.of(content))
                .param("edition", submission.edition())
                .param("clears", clears)
                .param("answers", json.writeValueAsString(answers))
                .param("addresses", json.writeValueAsString(new TreeMap<>(filled.addresses())))
                .param("mistakes", json.writeValueAsString(KeptMistake.of(filled.mistakes())))
                .param("outside", json.writeValueAsString(filled.outside()))
                .update();
        audit.record(
                actor,
                "statistics.submission.bring",
                submission.id().value(),
                Map.of(
                        "cells",
                        filled.answers().size(),
                        "mistakes",
                        filled.mistakes().size()));
    }

    /** What the actor brought for a submission and has not written yet. */
    Optional<Brought> brought(Actor actor, SubmissionId id) {
        return jdbc.sql("""
            select id, file_name, brought_at, clears, cast(answers as text) as answers, cast(addresses as text) as addresses,
                   cast(mistakes as text) as mistakes, cast(outside as text) as outside
            from   stat_workbook where submission_id = :submission and brought_by = :account
            """)
                .param("submission", id.value())
                .param("account", actor.account().value())
                .query((rs, i) -> new Brought(
                        rs.getObject("id", UUID.class),
                        rs.getString("file_name"),
                        rs.getObject("brought_at", OffsetDateTime.class),
                        rs.getBoolean("clears"),
                        answers(rs.getString("answers")),
                        json.readValue(rs.getString("addresses"), new TypeReference<Map<Integer, String>>() {}),
                        KeptMistake.read(json, rs.getString("mistakes")),
                        json.readValue(rs.getString("outside"), new TypeReference<List<String>>() {})))
                .optional();
    }

    private Map<Integer, Answer> answers(String text) {
        var answers = new TreeMap<Integer, Answer>();
        json.readValue(text, new TypeReference<LinkedHashMap<Integer, @Nullable Object>>() {})
                .forEach((slot, value) -> answers.put(slot, Answer.ofKept(value)));
        return answers;
    }

    /** The figures as they would stand. */
    static Cells with(Cells entered, List<CellChange> changes) {
        int slots = changes.stream().mapToInt(change -> change.slot() + 1).max().orElse(0);
        var cells = entered.grown(Math.max(entered.slots(), slots)).copy();
        for (var change : changes) change.after().putInto(cells, change.slot());
        return cells;
    }

    /** What a brought workbook would change. */
    static List<CellChange> changes(Submission submission, Brought brought) {
        return changes(submission.cells(), brought.answers(), brought.clears());
    }

    /** @param clears whether an empty cell takes away what is entered */
    static List<CellChange> changes(Cells entered, Map<Integer, Answer> answers, boolean clears) {
        var changes = new ArrayList<CellChange>();
        answers.forEach((slot, answer) -> {
            var before = slot < entered.slots() ? CellEntry.in(entered, slot) : CellEntry.MISSING;
            var after = answer.entry();
            if (after.equals(before) || after.equals(CellEntry.MISSING) && !clears) return;
            changes.add(new CellChange(slot, before, after));
        });
        return changes;
    }

    /**
     * Writes what was shown.
     * @param edition of the submission when it was shown
     * @throws Refused when somebody has changed the submission since, or the file has mistakes
     */
    @Transactional
    public int take(Actor actor, SubmissionId id, int edition) {
        var submission = fillable(actor, id);
        var brought = brought(actor, id).orElseThrow(() -> new Refused("statistics.collection.sheet.gone"));
        if (!brought.mistakes().isEmpty()) throw new Refused("statistics.collection.sheet.hasMistakes");
        if (submission.edition() != edition) throw new Refused("statistics.submission.changedMeanwhile");
        var changes = changes(submission, brought);
        var filled = submissions.fill(actor, id, changes);
        if (!filled.conflicts().isEmpty()) throw new Refused("statistics.submission.changedMeanwhile");
        drop(actor, id);
        return changes.size();
    }

    @Transactional
    public void leave(Actor actor, SubmissionId id) {
        submissions.of(actor, id, Action.ENTER_STATISTICS);
        if (!drop(actor, id)) throw new Refused("statistics.collection.sheet.gone");
        audit.record(actor, "statistics.submission.leaveWorkbook", id.value());
    }

    private boolean drop(Actor actor, SubmissionId id) {
        return jdbc.sql("delete from stat_workbook where submission_id = :submission and brought_by = :account")
                        .param("submission", id.value())
                        .param("account", actor.account().value())
                        .update()
                == 1;
    }

    private Submission fillable(Actor actor, SubmissionId id) {
        var submission = submissions.of(actor, id, Action.ENTER_STATISTICS);
        if (!submission.state().mayBeFilled()) throw new Refused("statistics.submission.closed");
        return submission;
    }

    static String shortened(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200);
    }
}
