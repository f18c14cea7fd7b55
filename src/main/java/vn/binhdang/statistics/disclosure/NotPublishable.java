package vn.binhdang.statistics.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.binhdang.web.Text;

/** What was asked for cannot be prepared as typed: field to message key. Nothing was stored. */
class NotPublishable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> mistakes;

    NotPublishable(Map<String, String> mistakes) {
        super("to be mended: " + mistakes.keySet());
        this.mistakes = new LinkedHashMap<>(mistakes);
    }

    NotPublishable(String field, String key) {
        this(Map.of(field, key));
    }

    /** By field. */
    Map<String, String> keys() {
        return Map.copyOf(mistakes);
    }

    Map<String, String> sentences(Text t) {
        var sentences = new LinkedHashMap<String, String>();
        mistakes.forEach((field, key) -> sentences.put(field, t.of(key)));
        return sentences;
    }
}
