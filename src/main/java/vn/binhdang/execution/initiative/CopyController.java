package vn.binhdang.execution.initiative;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;

/** What was spread is offered to another unit, which takes it up or declines. */
@Controller
class CopyController {
    private static final int LONG = 4_000;

    private final Copies copies;
    private final InitiativeForms forms;

    CopyController(Copies copies, InitiativeForms forms) {
        this.copies = copies;
        this.forms = forms;
    }

    @PostMapping("/initiatives/{id}/offers")
    @Allows(Action.DECIDE_INITIATIVES)
    String offer(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "offers", sent, "offered", typed -> {
            var unit = forms.unit(actor, typed, "offerUnit", Action.DECIDE_INITIATIVES);
            typed.check();
            if (unit != null) copies.offer(actor, id, unit);
        });
    }

    @PostMapping("/initiatives/{id}/accept")
    @Allows(Action.ASSESS_INITIATIVES)
    String accept(@PathVariable InitiativeId id, Actor actor) {
        copies.accept(actor, id);
        return "redirect:/initiatives/" + id + "?saved=accepted";
    }

    @PostMapping("/initiatives/{id}/decline")
    @Allows(Action.ASSESS_INITIATIVES)
    String decline(@PathVariable InitiativeId id, @RequestParam Map<String, String> sent, Actor actor) {
        return forms.act(actor, id, "decline", sent, "declined", typed -> {
            String reason = typed.needed("declineReason", LONG);
            typed.check();
            copies.decline(actor, id, reason);
        });
    }
}
