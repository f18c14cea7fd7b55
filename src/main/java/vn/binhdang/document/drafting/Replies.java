package vn.binhdang.document.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.binhdang.document.drafting.ConflictPage.Hidden;
import vn.binhdang.document.drafting.ConflictPage.Pair;
import vn.binhdang.web.Text;

/**
 * Answers to the forms of the editor. To its script: the part that changed, with what to do in headers. Without the
 * script: back to the page, or a page that shows both versions.
 */
@Component
public class Replies {
    /** The version to go on from. */
    private static final String VERSION = "X-Version";

    /** Parts of the page that are to be taken out, by element id. */
    private static final String REMOVE = "X-Remove";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    Replies(Clock clock) {
        this.clock = clock;
    }

    /** @param back the page, with the part to return to */
    public ModelAndView saved(Call call, String version, String back) {
        if (!call.scripted()) return new ModelAndView("redirect:" + back);
        call.response().setHeader(VERSION, version);
        return new ModelAndView(
                "document/drafting/saved",
                "saved",
                call.t().of("document.drafting.savedAt", TIME.format(LocalTime.now(clock))));
    }

    /** Parts came, went or moved; {@code fragment} prints those that stand there now. */
    public ModelAndView rearranged(Call call, ModelAndView fragment, List<String> removed, String back) {
        if (!call.scripted()) return new ModelAndView("redirect:" + back);
        if (!removed.isEmpty()) call.response().setHeader(REMOVE, String.join(" ", removed));
        return fragment;
    }

    public ModelAndView conflict(
            Call call, Outcome.Conflict<?> conflict, MultiValueMap<String, String> form, String back) {
        call.response().setStatus(HttpServletResponse.SC_CONFLICT);
        call.response().setHeader(VERSION, conflict.version());
        var pairs = conflict.differences().stream()
                .map(d -> new Pair(d.name(), call.t().of(d.labelKey()), d.mine(), d.theirs(), d.value()))
                .toList();
        var hidden = new ArrayList<Hidden>();
        form.forEach((name, values) -> {
            if (!List.of("version", "_csrf").contains(name))
                values.forEach(value -> hidden.add(new Hidden(name, Objects.requireNonNullElse(value, ""))));
        });
        hidden.add(new Hidden("version", conflict.version()));
        return new ModelAndView(
                call.scripted() ? "document/drafting/conflict" : "document/drafting/conflict-page",
                Map.of("page", new ConflictPage(call.request().getRequestURI(), pairs, hidden, back)));
    }

    /** The address of a page that offers to take a change back. @param what "body", "bases", "tasks" */
    public static String withUndo(String page, String what, @Nullable UUID undo, String anchor) {
        return page + (undo == null ? "" : "?undo=" + what + "-" + undo) + "#" + anchor;
    }

    /** A request with its answer; a controller method takes both as they come. */
    public record Call(HttpServletRequest request, HttpServletResponse response) {
        /** The editor's script asks like htmx, so that an ended session is told apart. */
        public boolean scripted() {
            return request.getHeader("HX-Request") != null;
        }

        public Text t() {
            return Text.in(RequestContextUtils.getLocale(request));
        }
    }
}
