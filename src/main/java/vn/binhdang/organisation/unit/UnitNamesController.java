package vn.binhdang.organisation.unit;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.UnitsByName;

/** Suggests units while somebody types a name into a form. */
@Controller
@Allows(Action.READ_UNITS)
class UnitNamesController {
    private final UnitsByName units;
    private final Clock clock;

    UnitNamesController(UnitsByName units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** @param may only units where the actor may do this; without it those of the whole map, which is public */
    @GetMapping("/units/names")
    String names(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable Action may,
            Actor actor,
            Model model) {
        var day = AsOf.of(on, LocalDate.now(clock)).day();
        model.addAttribute("names", units.like(q, day, may == null ? null : actor.reach(may)));
        return "organisation/unit/names";
    }
}
