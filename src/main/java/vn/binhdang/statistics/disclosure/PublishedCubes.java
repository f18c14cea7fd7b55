package vn.binhdang.statistics.disclosure;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Window;
import vn.binhdang.statistics.exchange.OpenDataSource;
import vn.binhdang.statistics.exchange.OpenDataset;
import vn.binhdang.statistics.exchange.format.Category;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Dataset;
import vn.binhdang.statistics.exchange.format.Label;
import vn.binhdang.statistics.exchange.format.Measure;
import vn.binhdang.statistics.exchange.format.Observation;
import vn.binhdang.statistics.exchange.format.Status;
import vn.binhdang.web.Text;

/** Publications as open data: what their outcomes show, one sign for whatever is withheld, and nothing else of them. */
@Component
class PublishedCubes implements OpenDataSource {
    private static final String ID = "P-";
    private static final String TOTAL = "_T";

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final JsonMapper json;

    PublishedCubes(JdbcClient jdbc, Catalogues catalogues, JsonMapper json) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.json = json;
    }

    private record Row(
            UUID id,
            String title,
            @Nullable String dimension,
            Layout layout,
            Map<String, Outcome> outcomes,
            String agency,
            OffsetDateTime at) {}

    private static final String SELECT = """
        select id, title, dimension, cast(layout as text) as layout, cast(outcomes as text) as outcomes, published_at,
               unit_called(agency_id, cast(published_at as date)) as agency
        from   stat_publication where state = 'PUBLISHED'
        """;

    private Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getString("title"),
                rs.getString("dimension"),
                json.readValue(rs.getString("layout"), Layout.class),
                json.readValue(rs.getString("outcomes"), PublicationRows.Outcomes.class)
                        .cells(),
                rs.getString("agency"),
                rs.getObject("published_at", OffsetDateTime.class));
    }

    @Override
    public List<OpenDataset> published() {
        return jdbc.sql(SELECT + " order by published_at desc, id limit 1000").query((rs, i) -> row(rs)).list().stream()
                .filter(one -> !one.layout().units().isEmpty())
                .map(one -> new OpenDataset(
                        dataset(one),
                        one.at().atZoneSameInstant(Today.ZONE).toLocalDate(),
                        one.layout().elements().stream()
                                .map(element -> Label.of(element.vi(), element.en()))
                                .toList(),
                        days(one.layout()),
                        Optional.of(Label.vietnamese(one.agency()))))
                .toList();
    }

    @Override
    public Optional<DataCube> cube(String id) {
        return uuid(id).flatMap(publication -> jdbc.sql(SELECT + " and id = :id")
                        .param("id", publication)
                        .query((rs, i) -> row(rs))
                        .optional())
                .filter(one -> !one.layout().units().isEmpty())
                .map(this::cube);
    }

    @Override
    public Optional<LocalDate> withdrawn(String id) {
        return uuid(id).flatMap(publication -> jdbc.sql(
                        "select withdrawn_at from stat_publication where id = :id and withdrawn_at is not null")
                .param("id", publication)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(Today.ZONE).toLocalDate()));
    }

    /** Where a publication is open data. */
    static String address(PublicationId id) {
        return "/api/data/" + ID + id;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id.startsWith(ID) ? id.substring(ID.length()) : ""));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Dataset dataset(Row one) {
        String id = ID + one.id();
        var title = title(one);
        return new Dataset(
                id,
                "1.0.0",
                title,
                title,
                Label.vietnamese(one.agency()),
                new Dataset.Agency("BINHDANG", Label.vietnamese(one.agency())),
                one.at().toInstant(),
                URI.create("/api/data/" + id),
                one.layout().map());
    }

    /** On the map of another day the same units mean other areas, so that day stands in the title. */
    private static Label title(Row one) {
        var map = one.layout().map();
        if (map == null) return Label.vietnamese(one.title());
        return Label.of(
                Text.in(Text.VIETNAMESE).of("statistics.disclosure.titleOnMap", one.title(), TypedDay.print(map)),
                Text.in(Text.ENGLISH).of("statistics.disclosure.titleOnMap", one.title(), TypedDay.print(map)));
    }

    private Optional<Window> days(Layout layout) {
        var windows =
                layout.periods().stream().map(period -> window(layout, period)).toList();
        var from = windows.stream().map(Window::from).min(LocalDate::compareTo);
        var until = windows.stream().map(Window::until).max(LocalDate::compareTo);
        return from.map(day -> new Window(day, until.orElseThrow()));
    }

    /** As the form that asks for the first element counts its periods. */
    private Window window(Layout layout, String code) {
        var period = PeriodCode.parse(code).orElseThrow();
        return catalogues.current().formsOf(layout.elements().getFirst().code()).stream()
                .findFirst()
                .map(form -> form.shape().window(period))
                .orElseGet(() -> Window.of(period, 1, 0));
    }

    private DataCube cube(Row one) {
        var layout = one.layout();
        var dimensions = new ArrayList<vn.binhdang.statistics.exchange.format.Dimension>();
        dimensions.add(new vn.binhdang.statistics.exchange.format.Dimension(
                "ELEMENT",
                Label.of("Số liệu", "Figure"),
                vn.binhdang.statistics.exchange.format.Dimension.Role.METRIC,
                metrics(layout)));
        String agency = layout.units().getFirst().code();
        dimensions.add(new vn.binhdang.statistics.exchange.format.Dimension(
                "GEO",
                Label.of("Đơn vị", "Unit"),
                vn.binhdang.statistics.exchange.format.Dimension.Role.GEO,
                layout.units().stream()
                        .map(unit -> new Category(
                                unit.code(),
                                Label.vietnamese(unit.vi()),
                                unit.code().equals(agency) ? null : agency,
                                null,
                                null))
                        .toList()));
        var categories = new ArrayList<Category>();
        categories.add(new Category(TOTAL, Label.of("Tổng", "Total"), null, null, null));
        for (var category : layout.categories())
            categories.add(new Category(
                    category.code().substring(category.code().indexOf('=') + 1),
                    Label.of(category.vi(), category.en()),
                    TOTAL,
                    null,
                    null));
        if (one.dimension() != null) dimensions.add(classification(one.dimension(), categories));
        dimensions.add(vn.binhdang.statistics.exchange.format.Dimension.time(
                Label.of("Kỳ", "Period"),
                layout.periods().stream()
                        .map(period ->
                                new Category(period, Label.vietnamese(period), null, window(layout, period), null))
                        .toList()));
        return DataCube.of(dataset(one), dimensions, cells(one));
    }

    private List<Category> metrics(Layout layout) {
        var metrics = new ArrayList<Category>();
        for (var element : layout.elements())
            metrics.add(new Category(
                    element.code(), Label.of(element.vi(), element.en()), null, null, measure(element.code())));
        for (var indicator : byCode(layout).values())
            metrics.add(new Category(
                    metricCode(layout, indicator.getLast()),
                    Label.of(indicator.getLast().vi(), indicator.getLast().en()),
                    null,
                    null,
                    indicator.getLast().unitVi().contains("%")
                            ? Measure.percent(indicator.getLast().decimals())
                            : Measure.number(indicator.getLast().decimals())));
        return metrics;
    }

    /** The definitions of each indicator, the last one last. */
    private static Map<String, List<Share>> byCode(Layout layout) {
        var byCode = new LinkedHashMap<String, List<Share>>();
        for (var share : layout.indicators())
            byCode.computeIfAbsent(share.code(), _ -> new ArrayList<>()).add(share);
        return byCode;
    }

    private static String metricCode(Layout layout, Share share) {
        boolean taken =
                layout.elements().stream().anyMatch(element -> element.code().equals(share.code()));
        return taken ? "I_" + share.code() : share.code();
    }

    private vn.binhdang.statistics.exchange.format.Dimension classification(String code, List<Category> categories) {
        var dimension = catalogues.current().dimensions().get(code);
        return new vn.binhdang.statistics.exchange.format.Dimension(
                code,
                dimension == null ? Label.vietnamese(code) : Label.of(dimension.nameVi(), dimension.nameEn()),
                vn.binhdang.statistics.exchange.format.Dimension.Role.CLASSIFICATION,
                categories);
    }

    private Measure measure(String element) {
        return catalogues
                        .current()
                        .element(element)
                        .map(Catalogue.Element::counted)
                        .filter(counted -> counted == Catalogue.Counted.PEOPLE)
                        .isPresent()
                ? Measure.persons()
                : Measure.number(0);
    }

    /** In the order of the dimensions: element, unit, category, period. */
    private static List<Observation> cells(Row one) {
        var layout = one.layout();
        var categories = new ArrayList<String>();
        categories.add("");
        if (one.dimension() != null) layout.categories().forEach(category -> categories.add(category.code()));
        var cells = new ArrayList<Observation>();
        long place = -1;
        for (var element : layout.elements())
            for (var unit : layout.units())
                for (var category : categories)
                    for (var period : layout.periods()) {
                        place++;
                        String key = layout.at(element.code(), period, unit.code(), category);
                        Outcome outcome = one.outcomes().get(key);
                        String blank = layout.blanks().get(key);
                        if (blank != null) cells.add(new Observation(place, null, status(blank), null));
                        else if (outcome != null) cells.add(observation(place, outcome));
                    }
        for (var indicator : byCode(layout).values())
            for (var unit : layout.units())
                for (var category : categories)
                    for (var period : layout.periods()) {
                        place++;
                        if (!category.isEmpty()) continue;
                        for (var share : indicator)
                            if (share.periods().contains(period))
                                cells.add(observation(place, share.of(layout, one.outcomes(), period, unit.code())));
                    }
        return cells;
    }

    private static Observation observation(long place, Share.Shown told) {
        if (told.number() != null) return Observation.of(place, told.number());
        return new Observation(place, null, told.withheld() ? Status.SUPPRESSED : Status.NO_VALUE, null);
    }

    private static Status status(String blank) {
        return switch (Told.Blank.valueOf(blank)) {
            case MISSING -> Status.NOT_REPORTED;
            case NOT_APPLICABLE -> Status.NOT_APPLICABLE;
            case ESTIMATED -> Status.NO_VALUE;
        };
    }

    private static Observation observation(long place, Outcome outcome) {
        return switch (outcome.kind()) {
            case SHOWN, ROUNDED -> Observation.of(place, BigDecimal.valueOf(outcome.shown()));
            case PRIMARY, COMPLEMENTARY, UNSEEN -> new Observation(place, null, Status.SUPPRESSED, null);
        };
    }
}
