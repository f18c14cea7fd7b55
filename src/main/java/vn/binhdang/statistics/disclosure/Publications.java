package vn.binhdang.statistics.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.Indicator;

/**
 * Publications of an agency: prepared from the figures of this moment, looked at, then published for good or discarded. Only
 * outcomes leave; the true counts and the proof are for whoever checks it again.
 */
@Service
class Publications {
    private static final Duration SEARCH = Duration.ofSeconds(8);
    private static final int MOST_PERIODS = 12;
    private static final int MOST_ELEMENTS = 12;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_REASON = 300;

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final PublishedIndicators indicators;
    private final PublicationTables tables;
    private final PublicationRows rows;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;

    Publications(
            JdbcClient jdbc,
            Catalogues catalogues,
            PublishedIndicators indicators,
            PublicationTables tables,
            PublicationRows rows,
            Units units,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.indicators = indicators;
        this.tables = tables;
        this.rows = rows;
        this.units = units;
        this.json = json;
        this.clock = clock;
    }

    /** @param barred why it can no longer be published, see {@link PublicationRows#BARRED}; null when it can, or was */
    record Publication(
            PublicationId id,
            String title,
            String state,
            int threshold,
            Layout layout,
            Map<String, Outcome> outcomes,
            Proof proof,
            int shown,
            int small,
            int others,
            Instant madeAt,
            @Nullable Instant publishedAt,
            @Nullable Instant withdrawnAt,
            String withdrawnWhy,
            @Nullable String barred) {}

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    Publication find(Actor actor, PublicationId id) {
        return jdbc.sql("""
            select title, state, threshold, cast(layout as text) as layout, cast(outcomes as text) as outcomes,
                   cast(proof as text) as proof, shown, small, others, made_at, published_at,
                   withdrawn_at, coalesce(withdrawn_why, '') as withdrawn_why,
                   case when published_at is null then %s end as barred
            from   stat_publication p
            where  id = :id and agency_id = :agency
                   and (published_at is not null or state = 'PREPARED' and :publishes)
            """.formatted(PublicationRows.BARRED))
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("publishes", actor.may(Action.PUBLISH_STATISTICS))
                .query((rs, i) -> {
                    var proof = json.readValue(rs.getString("proof"), Proof.class);
                    var safe = json.readValue(rs.getString("outcomes"), PublicationRows.Outcomes.class);
                    return new Publication(
                            id,
                            rs.getString("title"),
                            rs.getString("state"),
                            rs.getInt("threshold"),
                            json.readValue(rs.getString("layout"), Layout.class),
                            safe.cells(),
                            proof,
                            rs.getInt("shown"),
                            rs.getInt("small"),
                            rs.getInt("others"),
                            rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                            instant(rs.getObject("published_at", OffsetDateTime.class)),
                            instant(rs.getObject("withdrawn_at", OffsetDateTime.class)),
                            rs.getString("withdrawn_why"),
                            rs.getString("barred"));
                })
                .optional()
                .orElseThrow(() -> new NotVisible("publication " + id));
    }

    List<Catalogue.Element> elements() {
        var catalogue = catalogues.current();
        return catalogue.elements().values().stream()
                .filter(element -> PublicationTables.fits(catalogue, element))
                .toList();
    }

    List<Indicator> indicators() {
        return indicators.all(catalogues.current(), Today.of(clock).day());
    }

    List<Catalogue.Dimension> dimensions() {
        return List.copyOf(catalogues.current().dimensions().values());
    }

    /** Not in a transaction: the search takes seconds. What is stored is stored in one. */
    PublicationId prepare(Actor actor, PublicationForm form) {
        actor.must(Action.PUBLISH_STATISTICS);
        var mistakes = new LinkedHashMap<String, String>();
        String title = form.text(form.title());
        if (title.isEmpty() || title.length() > LONGEST_TITLE)
            mistakes.put("title", "statistics.disclosure.mend.title");
        var periods = periods(form.text(form.periods()));
        if (periods.isEmpty() || periods.size() > MOST_PERIODS)
            mistakes.put("periods", "statistics.disclosure.mend.periods");
        var chosen = chosen(form, periods, mistakes);
        var wanted = new HashSet<>(form.elements());
        chosen.forEach(one -> wanted.addAll(one.elements()));
        var elements =
                elements().stream().filter(one -> wanted.contains(one.code())).toList();
        if (elements.isEmpty() && !mistakes.containsKey("indicator") || elements.size() > MOST_ELEMENTS)
            mistakes.put("element", "statistics.disclosure.mend.element");
        String by = by(form, chosen, mistakes);
        var dimension = catalogues.current().dimensions().get(by);
        if (!by.isEmpty() && dimension == null) mistakes.put("by", "statistics.disclosure.mend.by");
        String typedMap = form.text(form.map());
        var map = TypedDay.readNear(typedMap);
        if (!typedMap.isEmpty() && map.isEmpty()) mistakes.put("map", "statistics.disclosure.mend.map");
        else if (map.isPresent() && !standsOn(actor, map.get()))
            mistakes.put("map", "statistics.disclosure.mend.mapDay");
        int threshold = number(form.text(form.threshold()));
        if (threshold < 1 || threshold > 99) mistakes.put("threshold", "statistics.disclosure.mend.threshold");
        int base = switch (form.text(form.method())) {
            case "ROUND3" -> 3;
            case "ROUND5" -> 5;
            default -> 0;
        };
        if (!mistakes.isEmpty()) throw new NotPublishable(mistakes);

        var rules = new Rules(threshold, Rules.Blank.MAY_HIDE, Rules.Blank.SHOWN, threshold + 1L, Rules.Loss.COUNTS);
        var codes = elements.stream().map(Catalogue.Element::code).toList();
        Instant asOf = clock.instant();
        var built = tables.build(
                actor.agency(),
                new PublicationTables.Asked(
                        elements, periods, dimension, map.orElse(null), indicators.shares(chosen, periods)),
                rules,
                base > 0,
                rows.published(codes));
        var safe = safe(built, base);
        return rows.add(
                actor,
                new PublicationRows.New(
                        title,
                        codes,
                        periods.stream().map(PeriodCode::text).toList(),
                        dimension == null ? null : dimension.code(),
                        map.orElse(null),
                        base,
                        threshold,
                        built.layout(),
                        safe.tables(),
                        safe.safe(),
                        asOf.atOffset(ZoneOffset.UTC)));
    }

    private List<PublishedIndicators.Chosen> chosen(
            PublicationForm form, List<ReportingPeriod> periods, Map<String, String> mistakes) {
        var chosen = new ArrayList<PublishedIndicators.Chosen>();
        for (var indicator : indicators()) {
            if (!form.indicators().contains(indicator.code())) continue;
            indicators
                    .chosen(catalogues.current(), indicator, periods)
                    .ifPresentOrElse(
                            chosen::add, () -> mistakes.put("indicator", "statistics.disclosure.mend.indicator"));
        }
        return chosen;
    }

    /** As typed, else as the indicators need it. */
    private static String by(
            PublicationForm form, List<PublishedIndicators.Chosen> chosen, Map<String, String> mistakes) {
        var needed = new LinkedHashSet<String>();
        String typed = form.text(form.by());
        if (!typed.isEmpty()) needed.add(typed);
        chosen.forEach(one -> needed.addAll(one.dimensions()));
        if (needed.size() > 1) mistakes.put("indicator", "statistics.disclosure.mend.indicatorBy");
        return needed.isEmpty() ? "" : needed.getFirst();
    }

    /** A map of days to come may still change. */
    private boolean standsOn(Actor actor, LocalDate map) {
        return !map.isAfter(Today.of(clock).day())
                && units.find(actor.agency(), map).isPresent();
    }

    private record Safe(Tables tables, SafeTables safe) {}

    private static Safe safe(PublicationTables.Built built, int base) {
        try {
            return safe(built.tables(), base);
        } catch (CannotBeProtected exposed) {
            // What earlier publications tell among themselves of counts that are no more cannot be taken back.
            if (base > 0 || !built.past().containsAll(exposed.keys())) throw isExposed();
            try {
                return safe(built.tables().without(exposed.keys()), base);
            } catch (CannotBeProtected others) {
                throw isExposed();
            }
        }
    }

    private static NotPublishable isExposed() {
        return new NotPublishable("element", "statistics.disclosure.mend.exposed");
    }

    private static Safe safe(Tables tables, int base) {
        var safe = base > 0
                ? new Rounding(base, 3, SEARCH).round(tables)
                : new Suppression(SEARCH, 1, 300).protect(tables);
        if (safe == null) throw new NotPublishable("method", "statistics.disclosure.mend.noRounding");
        return new Safe(tables, safe);
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
    }

    /** Empty when one of them is no period. */
    private static List<ReportingPeriod> periods(String typed) {
        var periods = new ArrayList<ReportingPeriod>();
        for (String one : typed.split("[,;\\s]+")) {
            if (one.isEmpty()) continue;
            var period = PeriodCode.parse(one);
            if (period.isEmpty()) return List.of();
            if (!periods.contains(period.get())) periods.add(period.get());
        }
        return periods;
    }

    @Transactional
    public void publish(Actor actor, PublicationId id) {
        rows.publish(actor, id);
    }

    @Transactional
    public void discard(Actor actor, PublicationId id) {
        rows.discard(actor, id);
    }

    /** @throws NotPublishable without a reason that can be read */
    @Transactional
    public void withdraw(Actor actor, PublicationId id, String why) {
        if (why.isEmpty() || why.length() > LONGEST_REASON)
            throw new NotPublishable("why", "statistics.disclosure.mend.why");
        rows.withdraw(actor, id, why);
    }
}
