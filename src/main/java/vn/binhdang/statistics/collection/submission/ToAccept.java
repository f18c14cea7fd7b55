package vn.binhdang.statistics.collection.submission;

import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** How much waits for somebody to accept it, for the page that says what waits. */
@Component
public class ToAccept {
    private final AcceptPages pages;

    ToAccept(AcceptPages pages) {
        this.pages = pages;
    }

    /** None for who may accept nothing. */
    public int count(Actor actor) {
        if (!actor.may(Action.ACCEPT_STATISTICS)) return 0;
        return pages.waiting(actor).stream()
                .mapToInt(AcceptPages.Waiting::waits)
                .sum();
    }
}
