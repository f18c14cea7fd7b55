package vn.binhdang.organisation.tree;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.web.Text;

/** The picture of the organisation; the map is public to everybody who is signed in. */
@Controller
@Allows(Action.READ_UNITS)
class TreeController {
    private final TreePages pages;
    private final TreeRows rows;
    private final Clock clock;

    TreeController(TreePages pages, TreeRows rows, Clock clock) {
        this.pages = pages;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param stop place of the slider, when it was sent without scripts */
    @GetMapping("/units/tree")
    String tree(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer stop,
            Actor actor,
            Text t,
            Model model) {
        if (stop != null) {
            var days = rows.days(TreePages.MOST_STOPS);
            if (stop >= 0 && stop < days.size())
                return "redirect:/units/tree?on=" + days.get(stop) + "&open="
                        + (open == null ? "" : open.replaceAll("[^0-9a-f,-]", ""));
        }
        var asOf = AsOf.of(on, LocalDate.now(clock));
        model.addAttribute("page", pages.of(actor, asOf, open, TreePages.id(show), q, t));
        return "organisation/tree/tree";
    }

    @GetMapping("/units/tree/branch/{id}")
    String branch(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam boolean open,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Text t,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        if (!part) return "redirect:" + asOf.carry("/units/tree?show=" + id);
        model.addAttribute("node", pages.branch(id, asOf, open, t));
        return "organisation/tree/branch";
    }

    /** More of those below a unit: as a part for the scripts, else as a page of its own. */
    @GetMapping("/units/tree/below/{id}")
    String below(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "0") int skip,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Text t,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        int from = Math.max(0, skip);
        model.addAttribute("name", pages.name(id, asOf));
        model.addAttribute("nodes", pages.more(id, asOf, from, t));
        model.addAttribute(
                "moreHref",
                pages.hasMore(id, asOf, from) ? TreePages.moreHref(id, asOf, from + TreePages.BELOW_AT_ONCE) : "");
        return part ? "organisation/tree/below" : "organisation/tree/more";
    }
}
