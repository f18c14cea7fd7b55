package vn.binhdang.statistics.exchange.figures;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistories;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.statistics.rollup.UnitsSeen;

/**
 * {@code GET /api/figures?indicator=&unit=&level=&period=&map=&by=}: several of each. Figures that are not published, for
 * those who may read them; units outside of the reach are not there.
 */
@RestController
@Allows(Action.READ_STATISTICS)
class FiguresApiController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** More figures in one answer are asked for in several. */
    private static final int MOST_FIGURES = 500_000;

    private final Figures figures;
    private final Catalogues catalogues;
    private final MeasuresByCode measures;
    private final UnitHistories histories;
    private final Clock clock;

    FiguresApiController(
            Figures figures, Catalogues catalogues, MeasuresByCode measures, UnitHistories histories, Clock clock) {
        this.figures = figures;
        this.catalogues = catalogues;
        this.measures = measures;
        this.histories = histories;
        this.clock = clock;
    }

    /**
     * @param indicator codes of indicators or elements, "STAFF" or "STAFF.SEX=F"
     * @param unit ids; with a level: those within which
     * @param level "province", "commune" or the word of a kind of units
     * @param period codes such as 2025 or 2025S1
     * @param map a day; without it each period is on its own map
     * @param by code of a dimension
     * @param format "json" or "csv"
     */
    @GetMapping("/api/figures")
    ResponseEntity<byte[]> figures(
            @RequestParam List<String> indicator,
            @RequestParam(defaultValue = "") List<String> unit,
            @RequestParam(defaultValue = "") String level,
            @RequestParam List<String> period,
            @RequestParam(defaultValue = "") String map,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "json") String format,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Actor actor) {
        var catalogue = catalogues.current();
        var periods = period.stream().map(FiguresApiController::period).toList();
        var day = map.isEmpty() ? null : day(map);
        if (!by.isEmpty() && !catalogue.dimensions().containsKey(by)) throw new Refused("statistics.figures.by", by);
        var asked = indicator.stream()
                .map(code -> measures.measure(code, catalogue, lastDay(periods)))
                .toList();
        var history = histories.current();
        var units = units(unit, level, day == null ? lastDay(periods) : day, history, actor);
        long categories = by.isEmpty() ? 1 : 1 + categories(catalogue, by);
        if (asked.size() * categories * units.size() * periods.size() > MOST_FIGURES)
            throw new Refused("statistics.figures.tooMany", MOST_FIGURES);
        var answer = figures.answer(new FigureQuestion(asked, units, periods, day, by.isEmpty() ? null : by));
        byte[] body = body(format, indicator, asked, answer);
        var etag = '"' + DigestUtils.md5DigestAsHex(body) + '"';
        if (etag.equals(known)) return ResponseEntity.status(304).eTag(etag).build();
        return ResponseEntity.ok()
                .eTag(etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .contentType(format.equals("csv") ? CSV : MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static long categories(Catalogue catalogue, String by) {
        var dimension = catalogue.dimensions().get(by);
        return dimension == null ? 0 : dimension.categories().size();
    }

    private static byte[] body(String format, List<String> codes, List<Measure> asked, List<Figure> answer) {
        var out = new ByteArrayOutputStream(1 << 14);
        switch (format) {
            case "json" -> FiguresWriter.json(codes, asked, answer, out);
            case "csv" -> FiguresWriter.csv(codes, asked, answer, new OutputStreamWriter(out, StandardCharsets.UTF_8));
            default -> throw new Refused("statistics.figures.format", format);
        }
        return out.toByteArray();
    }

    private List<UnitId> units(List<String> ids, String level, LocalDate day, UnitHistory history, Actor actor) {
        var seen =
                new UnitsSeen(actor, Action.READ_STATISTICS, history, LocalDate.ofInstant(clock.instant(), Today.ZONE));
        var named = ids.stream()
                .filter(id -> !id.isBlank())
                .map(FiguresApiController::unit)
                .toList();
        for (var unit : named) if (!seen.sees(unit)) throw new NotVisible("unit " + unit);
        if (level.isEmpty()) {
            if (named.isEmpty()) throw new Refused("statistics.figures.unit");
            return named;
        }
        var kinds = Levels.kinds(level).orElseThrow(() -> new Refused("statistics.figures.level", level));
        var units = new ArrayList<UnitId>();
        for (var unit : Levels.units(history, kinds, Set.copyOf(named), (int) day.toEpochDay()))
            if (seen.sees(unit)) units.add(unit);
        return units;
    }

    private static UnitId unit(String id) {
        try {
            return new UnitId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new NotVisible("unit of an id that is none");
        }
    }

    private static ReportingPeriod period(String code) {
        return PeriodCode.parse(code).orElseThrow(() -> new Refused("statistics.values.fault.period", code));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("statistics.values.fault.date", text);
        }
    }

    private static LocalDate lastDay(List<ReportingPeriod> periods) {
        return periods.stream()
                .map(ReportingPeriod::to)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
