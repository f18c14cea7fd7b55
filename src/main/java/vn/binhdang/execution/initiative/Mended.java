package vn.binhdang.execution.initiative;

import java.util.Map;

/** What was typed cannot be stored as it is: field to message key. Nothing was stored, and the form is shown again. */
final class Mended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> mistakes;

    Mended(Map<String, String> mistakes) {
        super("to be mended: " + mistakes.keySet());
        this.mistakes = Map.copyOf(mistakes);
    }

    Map<String, String> mistakes() {
        return mistakes;
    }
}
