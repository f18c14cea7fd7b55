package vn.binhdang.execution.oversight;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param changes whether something that is written down is mended: its units are changed on its own page
 * @param back where the form was opened
 * @param accepted file types that browsers offer
 */
public record OtherBodyFormPage(
        String action,
        String back,
        boolean changes,
        String kind,
        String body,
        String number,
        String decidedOn,
        String basis,
        String arrival,
        String subject,
        String from,
        String to,
        String unit,
        String version,
        boolean overtaken,
        Map<String, String> mistakes,
        String accepted,
        String limit) {

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
