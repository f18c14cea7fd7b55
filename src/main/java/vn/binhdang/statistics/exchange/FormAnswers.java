package vn.binhdang.statistics.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.exchange.format.AdxWriter;
import vn.binhdang.statistics.exchange.format.Category;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Dataset;
import vn.binhdang.statistics.exchange.format.Dimension;
import vn.binhdang.statistics.exchange.format.Label;
import vn.binhdang.statistics.exchange.format.Measure;
import vn.binhdang.statistics.exchange.format.Observation;
import vn.binhdang.statistics.exchange.format.Status;
import vn.binhdang.web.Text;

/** The accepted answers of a form as a cube: units, elements, categories, periods. Raw, so only for those who may read them. */
@Component
class FormAnswers {

    private final JdbcClient jdbc;
    private final Units units;
    private final Publisher publisher;
    private final Clock clock;

    FormAnswers(JdbcClient jdbc, Units units, Publisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.publisher = publisher;
        this.clock = clock;
    }

    private record Row(UnitId unit, int period, Instant changed, byte[] cells) {}

    /** Where a slot lies within the cells of one unit, all periods of it together. */
    private record Placed(long place, int slot) {}

    /**
     * @param periods none: all for which there are answers
     * @return empty when no answer was accepted of a unit that the actor may read
     */
    @Transactional(readOnly = true)
    public Optional<DataCube> cube(
            Actor actor, Catalogue catalogue, Catalogue.Form form, List<ReportingPeriod> periods, URI home) {
        SortedMap<Integer, Map<UnitId, byte[]>> byPeriod = new TreeMap<>();
        Map<UnitId, Boolean> answering = new LinkedHashMap<>();
        Instant changed = Instant.EPOCH;
        for (Row row : rows(actor, form, periods)) {
            byPeriod.computeIfAbsent(row.period(), _ -> new HashMap<>()).put(row.unit(), row.cells());
            answering.put(row.unit(), true);
            if (row.changed().isAfter(changed)) changed = row.changed();
        }
        if (answering.isEmpty()) return Optional.empty();
        FormShape shape = form.shape();
        List<ReportingPeriod> times =
                byPeriod.keySet().stream().map(PeriodCode::of).toList();
        LocalDate day = shape.window(times.getLast()).to();
        List<Category> unitCategories = new ArrayList<>();
        List<UnitId> order = new ArrayList<>();
        named(answering.keySet(), day, order, unitCategories);
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension("UNIT", words("unit"), Dimension.Role.GEO, unitCategories));
        dimensions.add(new Dimension("ELEMENT", words("element"), Dimension.Role.METRIC, elements(catalogue, shape)));
        dimensions.addAll(classifications(catalogue, shape));
        dimensions.add(Dimension.time(
                words("time"),
                times.stream()
                        .map(p -> Category.period(PeriodCode.text(p), label(p), shape.window(p)))
                        .toList()));
        Dataset dataset = new Dataset(
                shape.datasetId(),
                "1.0.0",
                Label.of(form.nameVi(), form.nameEn()),
                words("description"),
                Label.of(form.nameVi(), form.nameEn()),
                publisher.agency(),
                changed,
                home,
                null);
        List<Map<UnitId, byte[]>> answers = List.copyOf(byPeriod.values());
        List<Placed> placed = places(shape, dimensions);
        return Optional.of(
                new DataCube(dataset, dimensions, sink -> pour(order, answers, placed, shape, dimensions, sink)));
    }

    private List<Row> rows(Actor actor, Catalogue.Form form, List<ReportingPeriod> periods) {
        var reach = actor.reach(Action.READ_STATISTICS);
        return jdbc.sql("""
            select s.unit_id, s.period, s.changed_at, s.cells
            from   stat_submission s
            where  s.form_id = :form and s.state = 'ACCEPTED' and (:all or s.period = any (:periods)) and
            """ + Submissions.IN_REACH)
                .param("form", form.shape().id().value())
                .param("all", periods.isEmpty())
                .param("periods", periods.stream().map(PeriodCode::number).toArray(Integer[]::new))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", LocalDate.now(clock))
                .query((rs, i) -> new Row(
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        rs.getInt("period"),
                        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        rs.getBytes("cells")))
                .list();
    }

    /** By code; a code that passed from one unit to another is only used for the one that holds it on the last day. */
    private void named(Set<UnitId> answering, LocalDate day, List<UnitId> order, List<Category> categories) {
        Map<UnitId, Unit> names = units.named(answering, day);
        Map<UnitId, List<UnitCode>> codes = units.codes(answering, day);
        SortedMap<String, UnitId> sorted = new TreeMap<>();
        for (UnitId unit : answering)
            sorted.put(
                    codes.getOrDefault(unit, List.of()).stream()
                            .min(Comparator.comparing(c -> c.scheme() != CodeScheme.E_IDENTIFIER))
                            .map(UnitCode::code)
                            .filter(code -> !sorted.containsKey(code))
                            .orElse(unit.value().toString()),
                    unit);
        sorted.forEach((code, unit) -> {
            Unit named = names.get(unit);
            order.add(unit);
            categories.add(Category.of(code, Label.vietnamese(named == null ? code : named.name())));
        });
    }

    private static List<Category> elements(Catalogue catalogue, FormShape shape) {
        Map<String, Category> elements = new LinkedHashMap<>();
        for (var slot : shape.slots()) {
            var element = catalogue.element(slot.elementCode()).orElseThrow();
            elements.putIfAbsent(
                    slot.elementCode(),
                    Category.measured(
                            slot.elementCode(), Label.of(element.nameVi(), element.nameEn()), measure(element)));
        }
        return List.copyOf(elements.values());
    }

    private static Measure measure(Catalogue.Element element) {
        return switch (element.counted()) {
            case PEOPLE -> Measure.persons();
            case MONEY -> Measure.dong(element.decimals());
            case HOURS -> Measure.hours(element.decimals());
            default -> Measure.number(element.decimals());
        };
    }

    /** One for each way of telling apart that some slot uses; its first category is all of them together. */
    private static List<Dimension> classifications(Catalogue catalogue, FormShape shape) {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (var slot : shape.slots())
            pairs(slot.combination())
                    .forEach((d, c) ->
                            used.computeIfAbsent(d, _ -> new HashSet<>()).add(c));
        List<Dimension> dimensions = new ArrayList<>();
        for (var dimension : catalogue.dimensions().values()) {
            Set<String> codes = used.get(dimension.code());
            if (codes == null) continue;
            List<Category> categories = new ArrayList<>();
            categories.add(Category.of(AdxWriter.TOTAL, words("total")));
            for (var category : dimension.categories())
                if (codes.contains(category.code()))
                    categories.add(Category.below(
                            AdxWriter.TOTAL, category.code(), Label.of(category.nameVi(), category.nameEn())));
            dimensions.add(new Dimension(
                    dimension.code(),
                    Label.of(dimension.nameVi(), dimension.nameEn()),
                    Dimension.Role.CLASSIFICATION,
                    categories));
        }
        return dimensions;
    }

    private static Map<String, String> pairs(String combination) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (combination.isEmpty()) return pairs;
        for (String pair : combination.split(";")) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    private static List<Placed> places(FormShape shape, List<Dimension> dimensions) {
        List<Placed> placed = new ArrayList<>();
        for (var slot : shape.slots()) {
            Map<String, String> pairs = pairs(slot.combination());
            long place = 0;
            for (Dimension dimension : dimensions.subList(1, dimensions.size() - 1)) {
                String code = dimension.role() == Dimension.Role.METRIC
                        ? slot.elementCode()
                        : pairs.getOrDefault(dimension.id(), AdxWriter.TOTAL);
                place = place * dimension.size() + position(dimension, code);
            }
            placed.add(new Placed(place, slot.number()));
        }
        placed.sort(Comparator.comparingLong(Placed::place));
        return placed;
    }

    private static int position(Dimension dimension, String code) {
        for (int i = 0; i < dimension.size(); i++)
            if (dimension.categories().get(i).code().equals(code)) return i;
        throw new IllegalStateException(code + " is not in " + dimension.id());
    }

    /** The packed rows are all that is held; they are unpacked unit by unit while the cells go out. */
    private static void pour(
            List<UnitId> order,
            List<Map<UnitId, byte[]>> answers,
            List<Placed> placed,
            FormShape shape,
            List<Dimension> dimensions,
            DataCube.Sink sink)
            throws java.io.IOException {
        long ofUnit = 1;
        for (Dimension dimension : dimensions.subList(1, dimensions.size())) ofUnit *= dimension.size();
        for (int unit = 0; unit < order.size(); unit++) {
            List<@Nullable Cells> unpacked = new ArrayList<>();
            for (var answer : answers) {
                byte[] packed = answer.get(order.get(unit));
                unpacked.add(
                        packed == null
                                ? null
                                : Cells.unpack(packed, shape.slots().size()));
            }
            for (Placed at : placed)
                for (int period = 0; period < unpacked.size(); period++) {
                    Cells cells = unpacked.get(period);
                    if (cells == null) continue;
                    long cell = unit * ofUnit + at.place() * unpacked.size() + period;
                    sink.take(observation(cells, shape.slots().get(at.slot()), cell));
                }
        }
    }

    private static Observation observation(Cells cells, FormShape.Slot slot, long cell) {
        return switch (cells.state(slot.number())) {
            case VALUE ->
                Observation.of(cell, java.math.BigDecimal.valueOf(cells.value(slot.number()), slot.decimals()));
            case NOT_APPLICABLE -> new Observation(cell, null, Status.NOT_APPLICABLE, null);
            case MISSING -> new Observation(cell, null, Status.NOT_REPORTED, null);
        };
    }

    private static Label words(String word) {
        String key = "statistics.exchange.raw." + word;
        return Label.of(Text.in(Text.VIETNAMESE).of(key), Text.in(Text.ENGLISH).of(key));
    }

    private static Label label(ReportingPeriod period) {
        Object[] arguments = {period.ordinal(), String.valueOf(period.year())};
        return Label.of(
                Text.in(Text.VIETNAMESE).of(period.labelKey(), arguments),
                Text.in(Text.ENGLISH).of(period.labelKey(), arguments));
    }
}
