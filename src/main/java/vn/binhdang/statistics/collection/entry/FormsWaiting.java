package vn.binhdang.statistics.collection.entry;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.web.Text;

/** What the units for which somebody may enter figures are expected to fill in: the period that runs, and the ones before. */
@Component
class FormsWaiting {
    private static final int SHOWN = 60;

    /** The running period and two that are over. */
    private static final int PERIODS = 3;

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Clock clock;

    FormsWaiting(JdbcClient jdbc, Catalogues catalogues, Clock clock) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** A form in a period, asked of units of a kind. */
    private record Asked(
            Catalogue.Form form, ReportingPeriod period, LocalDate from, LocalDate to, Catalogue.Assignment of) {}

    ExpectedPage page(Actor actor, @Nullable String unit, Text t) {
        if (!actor.may(Action.ENTER_STATISTICS)) return ExpectedPage.OF_READERS;
        var today = LocalDate.ofInstant(clock.instant(), Today.ZONE);
        var asked = asked(today);
        String words = unit == null ? "" : unit.strip();
        var rows = asked.isEmpty() ? List.<Found>of() : find(actor, asked, words, today);
        var days = days();
        var periods = new LinkedHashMap<String, List<ExpectedPage.Row>>();
        var byPeriod = new HashMap<String, Asked>();
        rows.stream()
                .limit(SHOWN)
                .sorted(Comparator.comparing(found -> asked.get(found.place()).to(), Comparator.reverseOrder()))
                .forEach(found -> {
                    var one = asked.get(found.place());
                    String code = PeriodCode.text(one.period());
                    byPeriod.put(code, one);
                    var due = Optional.ofNullable(days.get(
                                    new Due(one.form().shape().id(), one.of().kind())))
                            .map(one.to()::plusDays);
                    periods.computeIfAbsent(code, _ -> new ArrayList<>())
                            .add(new ExpectedPage.Row(
                                    one.form().name(t.language()),
                                    one.form().shape().id().toString(),
                                    code,
                                    found.unit(),
                                    found.unitId().toString(),
                                    found.submission() == null
                                            ? null
                                            : found.submission().toString(),
                                    found.state(),
                                    due.map(TypedDay::print).orElse(""),
                                    due.isPresent()
                                            && due.get().isBefore(today)
                                            && (found.state() == null
                                                    || found.state().mayBeFilled())));
                });
        return new ExpectedPage(
                periods.entrySet().stream()
                        .map(one -> {
                            var of = byPeriod.get(one.getKey());
                            if (of == null) throw new IllegalStateException("no period " + one.getKey());
                            var period = of.period();
                            return new ExpectedPage.Period(
                                    t.of(period.labelKey(), period.ordinal(), String.valueOf(period.year())),
                                    t.of("statistics.entry.window", TypedDay.print(of.from()), TypedDay.print(of.to())),
                                    !of.to().isBefore(today),
                                    one.getValue());
                        })
                        .toList(),
                rows.size() > SHOWN,
                words,
                !asked.isEmpty(),
                true);
    }

    private List<Asked> asked(LocalDate today) {
        var asked = new ArrayList<Asked>();
        for (var form : catalogues.current().forms()) {
            var periods = new ArrayList<ReportingPeriod>();
            for (int year = today.getYear() - 3; year <= today.getYear() + 1; year++)
                for (var period : form.shape().kind().periods(year))
                    if (!form.shape().window(period).from().isAfter(today)) periods.add(period);
            for (var period : periods.subList(Math.max(0, periods.size() - PERIODS), periods.size())) {
                var window = form.shape().window(period);
                if (window.to().isBefore(form.from())
                        || form.until() instanceof LocalDate until
                                && !window.from().isBefore(until)
                        || form.shape().slots().isEmpty()) continue;
                for (var assignment : form.assignments())
                    if (assignment.holdsOn(window.to()))
                        asked.add(new Asked(form, period, window.from(), window.to(), assignment));
            }
        }
        return asked;
    }

    private record Found(
            int place,
            UUID unitId,
            String unit,
            @Nullable UUID submission,
            @Nullable SubmissionState state) {}

    private List<Found> find(Actor actor, List<Asked> asked, String words, LocalDate today) {
        var reach = actor.reach(Action.ENTER_STATISTICS);
        return jdbc.sql("""
            with mine as (
                select w.unit_id from unit_within w
                where  w.ancestor_id = any (:whole) and w.valid_from <= :today and :today < w.valid_to
                union  select unnest(cast(:only as uuid[]))
            )
            select a.place - 1 as place, n.unit_id, n.name, s.id, s.state
            from   unnest(cast(:forms as uuid[]), cast(:periods as int[]), cast(:days as date[]), cast(:kinds as text[]),
                          cast(:withins as uuid[])) with ordinality a (form_id, period, day, kind, within_id, place)
            join   unit_name n on n.kind = a.kind and n.valid_from <= a.day and (n.valid_to is null or a.day < n.valid_to)
            join   mine on mine.unit_id = n.unit_id
            left join lateral (select s.id, s.state from stat_submission s
                               where s.form_id = a.form_id and s.period = a.period and s.unit_id = n.unit_id
                               order by s.revision desc limit 1) s on true
            where  (:words = '' or unit_words(n.name, n.short_name, n.symbol_abbreviation) like '%' || fold(:words) || '%')
            and    (a.within_id is null or exists (
                    select 1 from unit_within w where w.unit_id = n.unit_id and w.ancestor_id = a.within_id
                    and w.valid_from <= a.day and a.day < w.valid_to))
            order  by coalesce(s.state, 'DRAFT') in ('DRAFT', 'RETURNED') desc, n.unit_id = :own desc, a.day desc,
                      n.name collate vietnamese, a.place
            limit  :most
            """)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", today)
                .param(
                        "forms",
                        asked.stream()
                                .map(one -> one.form().shape().id().value())
                                .toArray(UUID[]::new))
                .param(
                        "periods",
                        asked.stream()
                                .map(one -> PeriodCode.number(one.period()))
                                .toArray(Integer[]::new))
                .param("days", asked.stream().map(one -> Date.valueOf(one.to())).toArray(Date[]::new))
                .param(
                        "kinds",
                        asked.stream().map(one -> one.of().kind().name()).toArray(String[]::new))
                .param(
                        "withins",
                        asked.stream()
                                .map(one -> one.of().within() == null
                                        ? null
                                        : one.of().within().value())
                                .toArray(UUID[]::new))
                .param("words", words.replace("\\", "\\\\").replace("%", "\\%"))
                .param("own", actor.agency().value())
                .param("most", SHOWN + 1)
                .query((rs, i) -> new Found(
                        rs.getInt("place"),
                        rs.getObject("unit_id", UUID.class),
                        rs.getString("name"),
                        rs.getObject("id", UUID.class),
                        rs.getString("state") == null ? null : SubmissionState.valueOf(rs.getString("state"))))
                .list();
    }

    private record Due(FormId form, UnitKind kind) {}

    private Map<Due, Integer> days() {
        var days = new HashMap<Due, Integer>();
        jdbc.sql("select form_id, unit_kind, days from stat_form_deadline").query(rs -> {
            days.put(
                    new Due(
                            new FormId(rs.getObject("form_id", UUID.class)),
                            UnitKind.valueOf(rs.getString("unit_kind"))),
                    rs.getInt("days"));
        });
        return days;
    }
}
