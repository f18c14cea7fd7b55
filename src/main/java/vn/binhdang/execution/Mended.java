package vn.binhdang.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.binhdang.web.Text;

/** What was typed cannot be stored as it is: field to message key. Nothing was stored, and the form is shown again. */
public class Mended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> mistakes;

    public Mended(Map<String, String> mistakes) {
        super("to be mended: " + mistakes.keySet());
        this.mistakes = new LinkedHashMap<>(mistakes);
    }

    /** Field to sentence, in the order of the form. */
    public Map<String, String> sentences(Text t) {
        var sentences = new LinkedHashMap<String, String>();
        mistakes.forEach((field, key) -> sentences.put(field, t.of(key)));
        return sentences;
    }
}
