package vn.binhdang.statistics.collection;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.SubmissionId;

/** What a unit says beside its figures, and why a warning does not hold for it. */
@Component("notesOfForms")
public class Notes {
    public static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Notes(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param ofRules by {@link Finding#mark}
     * @param confirmed by slot: what the product had counted when the unit confirmed it
     */
    public record Noted(Map<Integer, String> ofCells, Map<String, String> ofRules, Map<Integer, Long> confirmed) {
        static final Noted NOTHING = new Noted(Map.of(), Map.of(), Map.of());
    }

    public Noted of(SubmissionId submission) {
        return ofEach(List.of(submission)).getOrDefault(submission, Noted.NOTHING);
    }

    /** Those about which something was said. */
    public Map<SubmissionId, Noted> ofEach(Collection<SubmissionId> submissions) {
        var found = new HashMap<SubmissionId, Noted>();
        jdbc.sql("""
            select submission_id, slot, null as mark, note, cast(null as bigint) as value
            from   stat_cell_note where submission_id = any (:ids)
            union all select submission_id, null, mark, note, null from stat_rule_note where submission_id = any (:ids)
            union all select submission_id, slot, null, null, value from stat_computed where submission_id = any (:ids)
            """)
                .param("ids", submissions.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var noted = found.computeIfAbsent(
                            new SubmissionId(rs.getObject("submission_id", UUID.class)),
                            _ -> new Noted(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
                    String mark = rs.getString("mark");
                    String note = rs.getString("note");
                    if (note == null) noted.confirmed().put(rs.getInt("slot"), rs.getLong("value"));
                    else if (mark == null) noted.ofCells().put(rs.getInt("slot"), note);
                    else noted.ofRules().put(mark, note);
                });
        return found;
    }

    /** Takes the place of the one before; an empty one takes it away. */
    @Transactional
    public void ofCell(Actor actor, SubmissionId submission, int slot, String note) {
        write(actor, submission, "stat_cell_note", "slot", slot, note);
    }

    @Transactional
    public void ofRule(Actor actor, SubmissionId submission, String mark, String note) {
        write(actor, submission, "stat_rule_note", "mark", mark, note);
    }

    private void write(Actor actor, SubmissionId submission, String table, String column, Object key, String note) {
        int changed = note.isEmpty()
                ? jdbc.sql("delete from %s where submission_id = :id and %s = :key".formatted(table, column))
                        .param("id", submission.value())
                        .param("key", key)
                        .update()
                : jdbc.sql("""
                    insert into %1$s (submission_id, %2$s, note, noted_at, noted_by) values (:id, :key, :note, :now, :account)
                    on conflict (submission_id, %2$s) do update set note = :note, noted_at = :now, noted_by = :account
                    where %1$s.note <> :note
                    """.formatted(table, column))
                        .param("id", submission.value())
                        .param("key", key)
                        .param("note", note)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("account", actor.account().value())
                        .update();
        // What is said may name people, so the record only keeps where.
        if (changed > 0)
            audit.record(
                    actor,
                    note.isEmpty() ? "statistics.submission.dropNote" : "statistics.submission.note",
                    submission.value(),
                    Map.of("at", key.toString()));
    }
}
