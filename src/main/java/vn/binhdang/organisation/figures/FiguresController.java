package vn.binhdang.organisation.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.SexSplit;
import vn.binhdang.organisation.StaffCount;
import vn.binhdang.organisation.StaffFigures;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.person.Days;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.UnitChoices;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Figures of the staff of a unit and all below it on a day. */
@Controller
@Allows(Action.READ_PEOPLE_FIGURES)
class FiguresController {

    private final StaffFigures figures;
    private final UnitChoices units;
    private final Units register;
    private final AuditTrail audit;
    private final Clock clock;

    FiguresController(StaffFigures figures, UnitChoices units, Units register, AuditTrail audit, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/people/figures")
    String page(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String on,
            Actor actor,
            Text t,
            Model model) {
        var day = Days.asked(on, LocalDate.now(clock));
        var choices = units.in(actor.reach(Action.READ_PEOPLE_FIGURES), day);
        model.addAttribute(
                "page",
                asked(unit, choices, actor, day)
                        .map(id -> page(figures.of(actor.reach(Action.READ_PEOPLE_FIGURES), id, day), choices, t))
                        .orElseGet(() -> new FiguresPage(
                                "",
                                "",
                                day.toString(),
                                Days.print(day),
                                choices,
                                unit == null ? "" : unit.strip(),
                                new FigureLines(new StaffCount(actor.unit(), day, List.of()), t)
                                        .print("", SexSplit.NOBODY),
                                List.of())));
        return "organisation/figures/figures";
    }

    @GetMapping("/people/figures/pl2.xlsx")
    ResponseEntity<byte[]> staff(
            @RequestParam UnitId unit, @RequestParam(required = false) @Nullable String on, Actor actor) {
        return table("PL2", unit, on, actor);
    }

    @GetMapping("/people/figures/pl3.xlsx")
    ResponseEntity<byte[]> leaders(
            @RequestParam UnitId unit, @RequestParam(required = false) @Nullable String on, Actor actor) {
        return table("PL3", unit, on, actor);
    }

    private ResponseEntity<byte[]> table(String which, UnitId unit, @Nullable String on, Actor actor) {
        var day = Days.asked(on, LocalDate.now(clock));
        var count = figures.of(actor.reach(Action.READ_PEOPLE_FIGURES), unit, day);
        var sheet = new AnnexTables(count, register.nearest(unit, day).name());
        byte[] content = which.equals("PL2") ? sheet.staff() : sheet.leaders();
        audit.export(actor, "organisation.figures.export", unit.value(), Map.of("table", which, "on", day.toString()));
        return Download.excel("%s-%s".formatted(which, day), content);
    }

    /** The unit asked for, else the agency, else the first in reach. */
    private Optional<UnitId> asked(
            @Nullable String unit, List<UnitChoices.Choice> choices, Actor actor, LocalDate day) {
        var reach = actor.reach(Action.READ_PEOPLE_FIGURES);
        if (unit != null && !unit.isBlank())
            return choices.isEmpty() ? units.find(reach, unit, day) : Optional.of(UnitId.of(unit));
        // None to choose from: too many, or none in reach on that day.
        if (choices.isEmpty()) return units.find(reach, actor.agency().toString(), day);
        return choices.stream()
                .filter(choice -> choice.id().equals(actor.agency().toString()))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .map(choice -> UnitId.of(choice.id()));
    }

    private FiguresPage page(StaffCount count, List<UnitChoices.Choice> choices, Text t) {
        var lines = new FigureLines(count, t);
        var tables = new ArrayList<FiguresPage.Table>();
        tables.add(table("unit", lines.print(byUnit(count, t)), t));
        tables.add(table("legalStatus", lines.print(lines.fact(FactKind.LEGAL_STATUS)), t));
        tables.add(table("age", lines.print(lines.ages()), t));
        tables.add(table("leadership", lines.print(lines.leadership()), t));
        tables.add(table("grade", lines.print(lines.fact(FactKind.GRADE)), t));
        tables.add(table("degree", lines.print(lines.fact(FactKind.DEGREE)), t));
        return new FiguresPage(
                count.unit().toString(),
                register.nearest(count.unit(), count.day()).name(),
                count.day().toString(),
                Days.print(count.day()),
                choices,
                choices.isEmpty() ? units.words(count.unit(), count.day()) : "",
                lines.print("", count.total()),
                tables);
    }

    private static FiguresPage.Table table(String word, List<FiguresPage.Line> lines, Text t) {
        return new FiguresPage.Table(
                t.of("organisation.figures.by." + word), t.of("organisation.figures.first." + word), lines);
    }

    /** The unit's own people first, then its parts by name. */
    private Map<String, SexSplit> byUnit(StaffCount count, Text t) {
        var collator = java.text.Collator.getInstance(Text.VIETNAMESE);
        var named = new ArrayList<Map.Entry<String, SexSplit>>();
        var lines = new LinkedHashMap<String, SexSplit>();
        var sums = count.by(StaffCount.Cell::part);
        var names = register.named(sums.keySet(), count.day());
        sums.forEach((part, split) -> {
            if (part.equals(count.unit())) lines.put(t.of("organisation.figures.own"), split);
            else if (names.get(part) instanceof Unit unit) named.add(Map.entry(unit.name(), split));
            else throw new IllegalStateException("a unit without a name: " + part);
        });
        named.sort(Map.Entry.comparingByKey(collator));
        named.forEach(one -> lines.merge(one.getKey(), one.getValue(), SexSplit::plus));
        return lines;
    }
}
