package vn.binhdang.access.review;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;

/** The half-yearly review on the screen. */
@Controller
@RequestMapping("/accounts/review")
@Allows(Action.READ_ACCOUNTS)
class ReviewController {
    private static final int PAGE = 50;

    private final Reviews reviews;
    private final Clock clock;

    ReviewController(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean undecided,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Model model) {
        var question = new Reviews.Question(search.strip(), undecided, after.toLowerCase(Locale.ROOT));
        var rows = reviews.rows(actor, question, PAGE + 1);
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        var count = reviews.count(actor);
        model.addAttribute(
                "page",
                new ReviewPage(
                        reviews.period(),
                        count.all(),
                        count.decided(),
                        shown,
                        search.strip(),
                        undecided,
                        more ? shown.getLast().username() : null,
                        actor.may(Action.CHANGE_ACCOUNTS),
                        clock.getZone()));
        return "access/review/review";
    }

    @PostMapping("/{id}/confirm")
    @Allows(Action.CHANGE_ACCOUNTS)
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean undecided,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        reviews.confirm(actor, id);
        return back(search, undecided, after);
    }

    @PostMapping("/{id}/end")
    @Allows(Action.CHANGE_ACCOUNTS)
    @FreshFactor
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean undecided,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        reviews.end(actor, id);
        return back(search, undecided, after);
    }

    /** To the same page of the list. */
    private static String back(String search, boolean undecided, String after) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/accounts/review")
                        .queryParam("search", "{search}")
                        .queryParam("undecided", undecided)
                        .queryParam("after", "{after}")
                        .build(search, after);
    }
}
