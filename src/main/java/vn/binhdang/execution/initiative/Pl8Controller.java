package vn.binhdang.execution.initiative;

import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.TablePeriods;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Table PL8 of the report on gender equality: initiatives and pilot models of a period. */
@Controller
@Allows(Action.PROPOSE_INITIATIVES)
class Pl8Controller {

    private final Portfolio portfolio;
    private final InitiativePages pages;
    private final Units units;
    private final Clock clock;

    Pl8Controller(Portfolio portfolio, InitiativePages pages, Units units, Clock clock) {
        this.portfolio = portfolio;
        this.pages = pages;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/initiatives/tables/pl8")
    String show(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String period,
            Actor actor,
            Text t,
            Model model) {
        var chosen = chosen(year, period);
        model.addAttribute(
                "page",
                new Pl8Page(
                        String.valueOf(chosen.year()),
                        TablePeriods.offered(chosen.year()).stream()
                                .map(one -> new Pl8Page.Period(
                                        TablePeriods.code(one), TablePeriods.label(one, t), one.equals(chosen)))
                                .toList(),
                        Typed.print(chosen.from()) + " – " + Typed.print(chosen.to()),
                        "/initiatives/tables/pl8.xlsx?year=" + chosen.year() + "&period=" + TablePeriods.code(chosen),
                        pages.lines(actor, chosen, t)));
        return "execution/initiative/pl8";
    }

    @GetMapping("/initiatives/tables/pl8.xlsx")
    @Transactional
    public ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String period, Actor actor) {
        var chosen = chosen(year, period);
        var lines = pages.lines(actor, chosen, Text.in(Text.VIETNAMESE));
        String agency = units.nearest(actor.agency(), chosen.to()).name();
        portfolio.exported(actor, chosen.from(), chosen.to(), lines.size());
        return Download.excel(
                "PL8-%d-%s".formatted(chosen.year(), TablePeriods.code(chosen)),
                new TablePl8().write(agency, chosen.from(), chosen.to(), lines));
    }

    /** The year so far as nobody chose. */
    private ReportingPeriod chosen(String year, String period) {
        return TablePeriods.chosen(year, period, Today.of(clock).day().getYear());
    }
}
