package vn.binhdang.organisation.event;

import java.util.List;

/**
 * What an event would change, to be confirmed.
 * @param fields all that was typed, name and value, to be sent again
 */
public record PreviewPage(
        EventKind kind, String day, String sentence, String legalBasis, List<String> effects, List<Field> fields) {
    public record Field(String name, String value) {}
}
