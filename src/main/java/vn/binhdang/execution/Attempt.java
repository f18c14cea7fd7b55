package vn.binhdang.execution;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import vn.binhdang.web.Text;

/**
 * What became of a form that was sent.
 * @param mistakes field to sentence, of what has to be mended
 * @param overtaken somebody else stored something newer since the form was shown
 */
public record Attempt(Map<String, String> mistakes, boolean overtaken) {
    /** Answers 422 when something has to be mended and 409 when somebody else was faster: the form is to be shown again. */
    public static Attempt at(Runnable deed, Text t, HttpServletResponse response) {
        try {
            deed.run();
            return new Attempt(Map.of(), false);
        } catch (Mended mended) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return new Attempt(mended.sentences(t), false);
        } catch (Overtaken newer) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return new Attempt(Map.of(), true);
        }
    }

    public boolean stored() {
        return mistakes.isEmpty() && !overtaken;
    }
}
