package vn.binhdang.execution.initiative;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.Mended;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** The forms of the page of an initiative: one that cannot be stored is shown again with all that was typed. */
@ControllerAdvice(assignableTypes = {InitiativeController.class, PilotController.class, CopyController.class})
@Order(0)
class InitiativeForms {
    private final Initiatives initiatives;
    private final InitiativePages pages;
    private final UnitsByName unitsByName;

    InitiativeForms(Initiatives initiatives, InitiativePages pages, UnitsByName unitsByName) {
        this.initiatives = initiatives;
        this.pages = pages;
        this.unitsByName = unitsByName;
    }

    /** What a form does once it is read. */
    interface Deed {
        void with(Typed typed);
    }

    /**
     * Does it, and goes back to the page.
     * @param form which of the page
     * @param saved word for what was done
     */
    String act(Actor actor, InitiativeId id, String form, Map<String, String> sent, String saved, Deed deed) {
        // What is not there is not there, whatever was typed.
        initiatives.find(actor, id);
        try {
            deed.with(new Typed(sent));
            return "redirect:/initiatives/" + id + "?saved=" + saved;
        } catch (Mended | Overtaken why) {
            throw new Unstored(id, form, sent, why);
        }
    }

    /** Nothing of a form was stored. */
    private static final class Unstored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient InitiativeId id;
        private final transient String form;
        private final transient Map<String, String> typed;
        private final transient RuntimeException why;

        Unstored(InitiativeId id, String form, Map<String, String> typed, RuntimeException why) {
            super("the form is shown again: " + form, why);
            this.id = id;
            this.form = form;
            this.typed = typed;
            this.why = why;
        }
    }

    @ExceptionHandler
    String again(Unstored unstored, Actor actor, Text t, Model model, HttpServletResponse response) {
        var attempt = Attempt.at(
                () -> {
                    throw unstored.why;
                },
                t,
                response);
        var back = new InitiativePages.Back(unstored.form, unstored.typed, attempt.mistakes(), attempt.overtaken());
        model.addAttribute("page", pages.page(actor, unstored.id, "", back, t));
        return "execution/initiative/initiative";
    }

    /** The unit that a field names; null when it has to be mended. */
    @Nullable
    UnitId unit(Actor actor, Typed typed, String field, Action action) {
        var unit = unitsByName
                .read(typed.words(field), initiatives.today(), actor.reach(action))
                .unit();
        if (unit == null) typed.wrong(field, "organisation.unitName.unknown");
        return unit;
    }
}
