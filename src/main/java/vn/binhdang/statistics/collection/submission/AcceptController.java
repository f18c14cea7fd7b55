package vn.binhdang.statistics.collection.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.web.Text;

/** What waits to be accepted; many at once when nothing speaks against them. */
@Controller
@Allows(Action.ACCEPT_STATISTICS)
class AcceptController {
    private static final List<String> SAVED = List.of("accepted", "returned");

    private final AcceptPages pages;
    private final SubmissionDesk desk;

    AcceptController(AcceptPages pages, SubmissionDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping("/statistics/to-accept")
    String list(
            @RequestParam(defaultValue = "") String of,
            @RequestParam Optional<SubmissionId> after,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                pages.page(
                        actor,
                        of,
                        after.orElse(null),
                        SAVED.contains(saved) ? t.of("statistics.collection.saved." + saved) : "",
                        List.of(),
                        t));
        return "statistics/collection/submission/accept";
    }

    /**
     * All in one act; one that somebody else decided on meanwhile does not keep the others.
     * @param chosen id and edition of each, with a colon between
     */
    @PostMapping("/statistics/to-accept")
    String accept(
            @RequestParam(defaultValue = "") String of,
            @RequestParam Optional<List<String>> chosen,
            Actor actor,
            Text t,
            Model model) {
        var editions = new LinkedHashMap<SubmissionId, Integer>();
        for (String one : chosen.orElse(List.of()).stream()
                .distinct()
                .limit(AcceptPages.PAGE)
                .toList()) {
            String[] parts = one.split(":");
            if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) throw new NotVisible("submission " + one);
            editions.put(SubmissionId.of(parts[0]), Integer.valueOf(parts[1]));
        }
        var reasons = desk.acceptClean(actor, editions);
        int accepted = editions.size() - reasons.size();
        var refused = new TreeMap<String, Integer>();
        for (var why : reasons)
            refused.merge(t.of(why.messageKey(), why.arguments().toArray()), 1, Integer::sum);
        var problems = new ArrayList<String>();
        if (chosen.isEmpty()) problems.add(t.of("statistics.collection.accept.none"));
        refused.forEach(
                (sentence, times) -> problems.add(t.of("statistics.collection.accept.refused", times, sentence)));
        model.addAttribute(
                "page",
                pages.page(
                        actor,
                        of,
                        null,
                        accepted == 0 ? "" : t.of("statistics.collection.saved.many", accepted),
                        problems,
                        t));
        return "statistics/collection/submission/accept";
    }
}
