package vn.binhdang.statistics.collection.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.web.Text;

/** The list of what waits to be accepted by the actor. */
@Component
class AcceptPages {
    static final int PAGE = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /**
     * Part of a query over stat_submission s: what {@link vn.binhdang.statistics.Submissions#IN_REACH} says, asked so that of
     * thousands that wait elsewhere only units that have ended are followed to their successors.
     */
    private static final String WAITING = """
        s.state = 'SUBMITTED' and (
            s.unit_id = any (:only)
            or exists (select 1 from unit_within w where w.unit_id = s.unit_id and w.ancestor_id = any (:whole)
                       and (w.valid_from <= :today and :today < w.valid_to
                            or w.valid_from <= s.reference_day and s.reference_day < w.valid_to))
            or exists (select 1 from unit u where u.id = s.unit_id and u.valid_to <= :today)
               and exists (select 1 from unit_successors(array[s.unit_id], s.reference_day, :today) heir
                           where in_reach(heir.unit_id, :whole, :only, :today)))
        """;

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Layouts layouts;
    private final Checks checks;
    private final Deadlines deadlines;
    private final Units units;
    private final Clock clock;

    AcceptPages(
            JdbcClient jdbc,
            Catalogues catalogues,
            Layouts layouts,
            Checks checks,
            Deadlines deadlines,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.layouts = layouts;
        this.checks = checks;
        this.deadlines = deadlines;
        this.units = units;
        this.clock = clock;
    }

    /** How many wait of a form in a period. */
    record Waiting(UUID formId, int period, int waits) {
        String key() {
            return formId + "/" + period;
        }
    }

    private record Row(
            UUID id,
            UUID unitId,
            int revision,
            int edition,
            LocalDate referenceDay,
            byte[] cells,
            @Nullable OffsetDateTime sentAt,
            boolean ownHand) {}

    List<Waiting> waiting(Actor actor) {
        return mine(
                        actor,
                        "select s.form_id, s.period, count(*) as waits from stat_submission s where " + WAITING
                                + " group by s.form_id, s.period order by s.period desc, s.form_id")
                .query(Waiting.class)
                .list();
    }

    /**
     * @param key of the group; the first one when it is not among those that wait
     * @param after the last one of the page before
     */
    AcceptPage page(
            Actor actor, String key, @Nullable SubmissionId after, String saved, List<String> problems, Text t) {
        var waiting = waiting(actor);
        var catalogue = catalogues.current();
        var chosen = waiting.stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .or(() -> waiting.stream().findFirst())
                .orElse(null);
        var groups = waiting.stream()
                .map(group -> new AcceptPage.Group(
                        group.key(),
                        t.of(
                                "statistics.collection.accept.group",
                                catalogue
                                        .form(new FormId(group.formId()))
                                        .map(form -> form.name(t.language()))
                                        .orElse("–"),
                                Periods.name(PeriodCode.of(group.period()), t),
                                group.waits()),
                        group.equals(chosen)))
                .toList();
        if (chosen == null) return new AcceptPage(saved, problems, groups, "", "", List.of(), false, "");
        var found = rows(actor, chosen, after);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var rows = printed(shown, chosen, t);
        return new AcceptPage(
                saved,
                problems,
                groups,
                chosen.key(),
                groups.stream()
                        .filter(AcceptPage.Group::chosen)
                        .map(AcceptPage.Group::label)
                        .findFirst()
                        .orElse(""),
                rows,
                rows.stream().anyMatch(row -> !row.value().isEmpty()),
                more
                        ? "/statistics/to-accept?of=" + chosen.key() + "&after="
                                + shown.getLast().id()
                        : "");
    }

    private List<Row> rows(Actor actor, Waiting group, @Nullable SubmissionId after) {
        return mine(actor, """
            select s.id, s.unit_id, s.revision, s.edition, s.reference_day, s.cells,
                   (select max(t.at) from stat_submission_step t where t.submission_id = s.id and t.step = 'SUBMITTED') as sent_at,
                   s.changed_by = :account
                   or exists (select 1 from stat_submission_hand h where h.submission_id = s.id and h.account_id = :account)
                   or exists (select 1 from stat_submission_step t where t.submission_id = s.id and t.by_account = :account
                              and t.step in ('SUBMITTED', 'AMENDED')) as own_hand
            from   stat_submission s
            where  s.form_id = :form and s.period = :period and s.id > :after and
            """ + WAITING + " order by s.id limit :limit")
                .param("form", group.formId())
                .param("period", group.period())
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("account", actor.account().value())
                .param("limit", PAGE + 1)
                .query(Row.class)
                .list();
    }

    private List<AcceptPage.Row> printed(List<Row> rows, Waiting group, Text t) {
        var period = PeriodCode.of(group.period());
        var ready = layouts.of(new FormId(group.formId()), period);
        var due = deadlines.of(ready.form().shape(), period);
        int slots = ready.form().shape().slots().size();
        var names = units.named(
                rows.stream().map(row -> new UnitId(row.unitId())).collect(Collectors.toSet()),
                ready.form().shape().window(period).to());
        // What the button asks again: a box that is offered is not refused by a rule.
        var findings = checks.ofEach(
                ready,
                period,
                rows.stream()
                        .map(row -> new Checks.Filled(
                                new UnitId(row.unitId()),
                                row.referenceDay(),
                                new SubmissionId(row.id()),
                                Cells.unpack(row.cells(), slots)))
                        .toList());
        var printed = new ArrayList<AcceptPage.Row>();
        for (var row : rows) {
            int warns =
                    findings.getOrDefault(new UnitId(row.unitId()), List.of()).size();
            var unit = names.get(new UnitId(row.unitId()));
            var sent = row.sentAt() == null
                    ? null
                    : row.sentAt().atZoneSameInstant(Today.ZONE).toLocalDate();
            var last = unit == null ? null : due.get(unit.kind());
            printed.add(new AcceptPage.Row(
                    warns > 0 || row.ownHand() || row.revision() > 0 ? "" : row.id() + ":" + row.edition(),
                    unit == null ? "–" : unit.name(),
                    "/statistics/submissions/" + row.id() + "/review",
                    sent == null ? "" : DAY.format(sent),
                    row.revision() == 0 && sent != null && last != null && sent.isAfter(last),
                    row.revision() == 0 ? "" : t.of("statistics.collection.accept.amendment", row.revision()),
                    warns == 0 ? "" : t.of("statistics.collection.accept.warnings", warns),
                    row.ownHand() ? t.of("statistics.collection.accept.own") : ""));
        }
        return printed;
    }

    private JdbcClient.StatementSpec mine(Actor actor, String sql) {
        var reach = actor.reach(Action.ACCEPT_STATISTICS);
        return jdbc.sql(sql)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", LocalDate.ofInstant(clock.instant(), Today.ZONE));
    }
}
