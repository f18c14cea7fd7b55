package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.web.Text;

/** The fields above a figure: what can be chosen, what is, and what was typed wrong. */
record FigureFilter(FigureAsked asked, UnitNames names, Text t) {
    FigurePage.Filter filter() {
        var subject = asked.subject();
        var periods = asked.periods();
        var chosen = asked.chosen();
        var on = asked.ask().on();
        boolean wrongDay = FigureAsked.given(on) && asked.map() == null;
        return new FigurePage.Filter(
                chosen.words() != null ? chosen.words() : names.name(chosen.unit()),
                chosen.mistake(),
                subject.kinds().stream()
                        .map(kind -> new FigurePage.Choice(
                                kind.name(), t.of(kind.messageKey()), periods != null && kind == periods.kind()))
                        .toList(),
                periods == null ? "" : String.valueOf(periods.from()),
                periods == null ? "" : String.valueOf(periods.to()),
                dimensions(),
                levels(),
                wrongDay ? Objects.requireNonNull(on).strip() : TypedDay.print(asked.map()),
                wrongDay ? t.of("statistics.figure.on.wrong") : null);
    }

    private List<FigurePage.Choice> dimensions() {
        var dimensions = new ArrayList<FigurePage.Choice>();
        if (asked.subject().dimensions().isEmpty()) return dimensions;
        dimensions.add(new FigurePage.Choice("none", t.of("statistics.figure.by.none"), asked.by() == null));
        for (var code : asked.subject().dimensions())
            if (asked.catalogue().dimensions().get(code) instanceof Catalogue.Dimension dimension)
                dimensions.add(new FigurePage.Choice(code, FigureAsked.name(dimension, t), code.equals(asked.by())));
        return dimensions;
    }

    private List<FigurePage.Choice> levels() {
        var focus = asked.focus();
        if (focus == null) return List.of();
        var numbers = new Numbers(t);
        var choices = new ArrayList<FigurePage.Choice>();
        choices.add(new FigurePage.Choice("", t.of("statistics.figure.level.below"), asked.level() == null));
        asked.below()
                .kinds(asked.history().number(asked.chosen().unit()), asked.mapDay(focus))
                .forEach((kind, count) -> choices.add(new FigurePage.Choice(
                        kind.name(),
                        t.of("statistics.figure.level.kind", t.of(kind.messageKey()), numbers.print(count)),
                        kind == asked.level())));
        return choices.size() == 1 ? List.of() : choices;
    }
}
