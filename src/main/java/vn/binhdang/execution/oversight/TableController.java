package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.OversightCover;
import vn.binhdang.execution.TablePeriods;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Table PL7 of the report on gender equality: inspections, checks and supervision of a period. */
@Controller
@Allows(Action.READ_OVERSIGHT)
class TableController {

    private final JdbcClient jdbc;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    TableController(JdbcClient jdbc, Units units, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    private record Row(
            OversightKind kind,
            @Nullable String body,
            String subject,
            UUID unitId,
            LocalDate day,
            int findings,
            int recommendations,
            int done) {}

    @GetMapping("/oversight/tables/pl7")
    String show(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String period,
            Actor actor,
            Text t,
            Model model) {
        var chosen = chosen(year, period);
        var lines = lines(actor, chosen);
        String code = TablePeriods.code(chosen);
        model.addAttribute(
                "page",
                new TablePage(
                        String.valueOf(chosen.year()),
                        TablePeriods.offered(chosen.year()).stream()
                                .map(one -> new MissionPage.Choice(
                                        TablePeriods.code(one), TablePeriods.label(one, t), one.equals(chosen)))
                                .toList(),
                        TypedDay.print(chosen.from()) + " – " + TypedDay.print(chosen.to()),
                        "/oversight/tables/pl7.xlsx?year=" + chosen.year() + "&period=" + code,
                        lines.stream()
                                .map(line -> new TablePage.Line(
                                        t.of(line.kind().messageKey()),
                                        line.body(),
                                        line.subject(),
                                        line.unit(),
                                        TypedDay.print(line.day()),
                                        line.findings(),
                                        line.recommendations(),
                                        line.done()))
                                .toList(),
                        lines.stream().mapToInt(TablePl7.Line::findings).sum(),
                        lines.stream().mapToInt(TablePl7.Line::recommendations).sum(),
                        lines.stream().mapToInt(TablePl7.Line::done).sum()));
        return "execution/oversight/table";
    }

    @GetMapping("/oversight/tables/pl7.xlsx")
    @Transactional
    public ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String period, Actor actor) {
        var chosen = chosen(year, period);
        var lines = lines(actor, chosen);
        String agency = units.nearest(actor.agency(), chosen.to()).name();
        audit.export(
                actor,
                "execution.oversight.export",
                null,
                Map.of("from", chosen.from().toString(), "to", chosen.to().toString(), "rows", lines.size()));
        return Download.excel(
                "PL7-%d-%s".formatted(chosen.year(), TablePeriods.code(chosen)),
                new TablePl7().write(agency, chosen.from(), chosen.to(), lines));
    }

    /** Visits of the period; a unit is called as it was on its last day. */
    private List<TablePl7.Line> lines(Actor actor, ReportingPeriod period) {
        var rows = jdbc.sql("""
            select r.kind, r.body, r.subject, v.unit_id, s.day,
                   (select count(*) from oversight_finding f
                    where  f.visit_id = v.id and f.withdrawn_at is null and f.grade <> 'STRENGTH') as findings,
                   (select count(*) from oversight_recommendation c
                    where  c.visit_id = v.id and c.state <> 'WITHDRAWN'
                    and    oversight_concluded_on(r, k.state, k.issued_on) < :until) as recommendations,
                   (select count(*) from oversight_recommendation c
                    where  c.visit_id = v.id and c.done_on < :until
                    and    oversight_concluded_on(r, k.state, k.issued_on) is not null) as done
            from   oversight_visit v
            join   oversight_mission r on r.id = v.mission_id
            left   join outgoing_document k on k.id = r.conclusion_id
            -- the papers of another body may leave the day open: then it is the last day of the mission they conclude
            cross  join lateral (select coalesce(v.visited_on, case when r.body_concluded_on is not null then r.to_day - 1 end) as day) s
            where  r.agency_id = :agency and r.cancelled_at is null and v.cancelled_at is null
            and    s.day >= :from and s.day < :until
            and    (r.agency_id = any (:oversightWhole) or in_reach(v.unit_id, :oversightWhole, :oversightOnly, :today))
            order  by array_position(array['INSPECTION', 'CHECK', 'SUPERVISION'], r.kind), s.day, v.id
            """)
                .params(OversightCover.visibleTo(actor, Today.of(clock).day()))
                .param("from", period.from())
                .param("until", period.until())
                .query(Row.class)
                .list();
        var named =
                units.named(rows.stream().map(row -> new UnitId(row.unitId())).toList(), period.to());
        String own = units.nearest(actor.agency(), period.to()).name();
        return rows.stream()
                .map(row -> new TablePl7.Line(
                        row.kind(),
                        row.body() == null ? own : row.body(),
                        row.subject(),
                        MissionPages.name(named, new UnitId(row.unitId())),
                        row.day(),
                        row.findings(),
                        row.recommendations(),
                        row.done()))
                .toList();
    }

    /** The year so far as nobody chose. */
    private ReportingPeriod chosen(String year, String period) {
        return TablePeriods.chosen(year, period, Today.of(clock).day().getYear());
    }
}
