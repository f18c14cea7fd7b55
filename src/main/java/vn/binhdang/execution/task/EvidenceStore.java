package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.files.FileId;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** Evidence of tasks: added with a report, taken back, fetched. */
@Component
class EvidenceStore {
    private static final RowMapper<Evidence> ROW = (rs, i) -> new Evidence(
            new Evidence.Id(rs.getObject("id", UUID.class)),
            file(rs.getObject("file_id", UUID.class)),
            link(rs.getString("link_address"), rs.getString("title"), rs.getObject("link_dated", LocalDate.class)),
            rs.getString("title"),
            new UnitId(rs.getObject("unit_id", UUID.class)),
            new AccountId(rs.getObject("added_by", UUID.class)),
            rs.getObject("added_at", OffsetDateTime.class),
            account(rs.getObject("removed_by", UUID.class)),
            rs.getObject("removed_at", OffsetDateTime.class),
            rs.getString("round"),
            rs.getBoolean("photo"));

    private final JdbcClient jdbc;
    private final vn.binhdang.files.Files files;
    private final EvidenceFiles proofs;
    private final EvidencePhotos photos;
    private final AuditTrail audit;
    private final Clock clock;

    EvidenceStore(
            JdbcClient jdbc,
            vn.binhdang.files.Files files,
            EvidenceFiles proofs,
            EvidencePhotos photos,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.proofs = proofs;
        this.photos = photos;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of a task, what was taken back included, oldest first. The caller has found the task for the actor before. */
    List<Evidence> of(RunningTask task) {
        return jdbc.sql("""
            select e.*, p.file_id is not null as photo from task_evidence e
            left   join evidence_photo p on p.file_id = e.file_id
            where  e.task_id = :task order by e.added_at, e.id
            """).param("task", task.id().value()).query(ROW).list();
    }

    /**
     * @param all of a task, what was taken back included, oldest first
     * @param theirs those that the actor may take back: of units for which they report or follow up
     * @param examinable those whose originals the actor may read: pictures of units within reach of that duty
     */
    record Shown(List<Evidence> all, Set<Evidence.Id> theirs, Set<Evidence.Id> examinable) {}

    /** The evidence and what the actor may do with it. The caller has found the task for the actor before. */
    Shown shown(Actor actor, RunningTask task) {
        var examined = actor.reach(Action.READ_ORIGINALS);
        var theirs = new HashSet<Evidence.Id>();
        var examinable = new HashSet<Evidence.Id>();
        var all = jdbc.sql("""
            select e.*, p.file_id is not null as photo,
                   :agency = any (:followWhole) or in_reach(e.unit_id, :followWhole, :followOnly, current_date)
                       or in_reach(e.unit_id, :reportWhole, :reportOnly, current_date) as theirs,
                   p.file_id is not null
                       and (:agency = any (:examinedWhole) or in_reach(e.unit_id, :examinedWhole, :examinedOnly, current_date))
                       as examinable
            from   task_evidence e
            left   join evidence_photo p on p.file_id = e.file_id
            where  e.task_id = :task order by e.added_at, e.id
            """)
                .param("task", task.id().value())
                .param("agency", actor.agency().value())
                .params(RunningTasks.reach(actor))
                .param("examinedWhole", examined.wholeIds())
                .param("examinedOnly", examined.onlyIds())
                .query((rs, i) -> {
                    var evidence = Objects.requireNonNull(ROW.mapRow(rs, i));
                    if (rs.getBoolean("theirs")) theirs.add(evidence.id());
                    if (rs.getBoolean("examinable")) examinable.add(evidence.id());
                    return evidence;
                })
                .list();
        return new Shown(all, theirs, examinable);
    }

    /** What is wrong with the files of a form; empty when all can be stored. */
    List<Problem> problems(Brought brought) {
        return proofs.problems(brought);
    }

    /** What came before the form belongs to its act from now on; what is wrong when another form was faster. */
    List<Problem> takeOver(Actor actor, Brought brought) {
        return proofs.takeOver(actor, brought);
    }

    /** Stores files that have no {@link #problems}; as evidence of the given unit, and of a round where the task recurs. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Actor actor, RunningTask task, UnitId unit, List<Upload> uploads, String title, @Nullable Round round) {
        for (var upload : uploads) {
            var id = Evidence.Id.create();
            jdbc.sql("""
                insert into task_evidence (id, task_id, plan_id, file_id, title, unit_id, added_by, added_at, round)
                values (:id, :task, :plan, :file, :title, :unit, :by, :now, :round)
                """)
                    .param("id", id.value())
                    .param("task", task.id().value())
                    .param("plan", task.plan().value())
                    .param("file", proofs.store(actor, upload).id().value())
                    .param("title", titleOf(upload, title, uploads.size() == 1))
                    .param("unit", unit.value())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .param("round", round == null ? null : round.key())
                    .update();
            audit.record(
                    actor,
                    "execution.evidence.add",
                    task.id().value(),
                    Map.of("evidence", id.toString(), "unit", unit.toString()));
        }
    }

    /** A link that was read of a form; as evidence of the given unit, and of a round where the task recurs. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Actor actor, RunningTask task, UnitId unit, EvidenceLink link, @Nullable Round round) {
        var id = Evidence.Id.create();
        jdbc.sql("""
            insert into task_evidence (id, task_id, plan_id, link_address, link_dated, title, unit_id, added_by, added_at,
                                       round)
            values (:id, :task, :plan, :address, :dated, :title, :unit, :by, :now, :round)
            """)
                .param("id", id.value())
                .param("task", task.id().value())
                .param("plan", task.plan().value())
                .param("address", link.address())
                .param("dated", link.dated())
                .param("title", link.title())
                .param("unit", unit.value())
                .param("by", actor.account().value())
                .param("now", now())
                .param("round", round == null ? null : round.key())
                .update();
        audit.record(
                actor,
                "execution.evidence.addLink",
                task.id().value(),
                Map.of("evidence", id.toString(), "unit", unit.toString()));
    }

    /**
     * Marks evidence as taken back; the file stays. The caller has locked the task.
     * @throws NotVisible when it is absent or of a unit for which the actor neither reports nor follows up
     * @throws Refused when it was taken back already, or is the last on which "done" stands: of the task, of a round, or
     *     of the part of a unit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Actor actor, RunningTask task, Evidence.Id id) {
        var shown = shown(actor, task);
        var evidence = shown.all().stream()
                .filter(one -> one.id().equals(id) && shown.theirs().contains(id))
                .findFirst()
                .orElseThrow(() -> new NotVisible("evidence " + id));
        if (evidence.takenBack()) throw new Refused("execution.evidence.refused.takenBack", evidence.title());
        refuseTheLast(
                task,
                evidence,
                shown.all().stream()
                        .filter(one -> !one.takenBack() && !one.id().equals(id))
                        .toList());
        jdbc.sql("update task_evidence set removed_at = :now, removed_by = :by where id = :id and task_id = :task")
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .param("task", task.id().value())
                .update();
        audit.record(actor, "execution.evidence.takeBack", task.id().value(), Map.of("evidence", id.toString()));
    }

    private void refuseTheLast(RunningTask task, Evidence evidence, List<Evidence> left) {
        String round = evidence.round();
        if (round != null) {
            if (left.stream().noneMatch(one -> round.equals(one.round())) && closedOn(task, round))
                throw new Refused("execution.evidence.refused.lastOfRound", evidence.title());
            return;
        }
        if (left.isEmpty()
                && !task.recurs()
                && task.state() == TaskState.DONE
                && (task.noEvidenceReason() == null || task.noEvidenceReason().isEmpty()))
            throw new Refused("execution.evidence.refused.last", evidence.title());
        if (left.stream().noneMatch(one -> one.shows(evidence.unit())) && closedBy(task, evidence.unit()))
            throw new Refused("execution.evidence.refused.lastOfPart", evidence.title());
    }

    /** Whether the round is done and its last report gave no reason for having no evidence. */
    private boolean closedOn(RunningTask task, String round) {
        return jdbc.sql("""
            select exists (select 1 from task_round where task_id = :task and round = :round and state = 'DONE')
            and    (select no_evidence_reason from task_progress
                    where  task_id = :task and round = :round order by no desc limit 1) is null
            """)
                .param("task", task.id().value())
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    private boolean closedBy(RunningTask task, UnitId unit) {
        return jdbc.sql("""
            select exists (select 1 from task_part where task_id = :task and unit_id = :unit and state = 'DONE')
            """)
                        .param("task", task.id().value())
                        .param("unit", unit.value())
                        .query(Boolean.class)
                        .single()
                && reasonOfPart(task, unit).isEmpty();
    }

    /** Why the part of a unit is done without evidence, as its last report says; empty when it says nothing. */
    String reasonOfPart(RunningTask task, UnitId unit) {
        return jdbc.sql("""
            select coalesce(no_evidence_reason, '') from task_progress
            where  task_id = :task and unit_id = :unit and contribution order by no desc limit 1
            """)
                .param("task", task.id().value())
                .param("unit", unit.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The small copy of a picture, for lists. */
    StoredFile thumbnail(Actor actor, RunningTask task, Evidence.Id id) {
        return photos.thumbnail(actor.agency(), file(actor, task, id).id())
                .orElseThrow(() -> new NotVisible("thumbnail " + id));
    }

    /**
     * The picture as it was brought, with all that the phone wrote into it; that it was read is recorded.
     * @throws NotVisible when it is absent, no picture, or of a unit that is not the actor's to examine
     */
    @Transactional
    public EvidenceFiles.Original original(Actor actor, RunningTask task, Evidence.Id id) {
        var shown = shown(actor, task);
        var evidence = shown.all().stream()
                .filter(one -> one.id().equals(id) && shown.examinable().contains(id))
                .findFirst()
                .orElseThrow(() -> new NotVisible("evidence " + id));
        var original = Optional.ofNullable(evidence.file())
                .flatMap(file -> photos.original(actor, file))
                .orElseThrow(() -> new NotVisible("original of evidence " + id));
        audit.record(actor, "execution.evidence.readOriginal", task.id().value(), Map.of("evidence", id.toString()));
        return original;
    }

    /** The file behind evidence of a task that is no link; what was taken back is only shown to office and leaders. */
    StoredFile file(Actor actor, RunningTask task, Evidence.Id id) {
        boolean shown = actor.may(Action.READ_DRAFTS);
        return of(task).stream()
                .filter(one -> one.id().equals(id) && (shown || !one.takenBack()))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.file()))
                .map(file -> files.find(actor, file))
                .orElseThrow(() -> new NotVisible("evidence " + id));
    }

    /** One title for several files would not tell them apart, so their names stand behind it. */
    private static String titleOf(Upload upload, String title, boolean only) {
        if (title.isEmpty()) return upload.name();
        return only ? title : title + " – " + upload.name();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable FileId file(@Nullable UUID id) {
        return id == null ? null : new FileId(id);
    }

    private static @Nullable EvidenceLink link(@Nullable String address, String title, @Nullable LocalDate dated) {
        return address == null || dated == null ? null : new EvidenceLink(address, title, dated);
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }
}
