package vn.binhdang.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.web.Text;

/**
 * @param from and {@code to}: as typed
 * @param units and {@code actions}: what can be chosen, each with its words
 * @param next address of the page of older rows; null on the last
 * @param first whether these are the newest rows
 * @param weak whether the product's account could remove the triggers that keep the record
 * @param sealedAt of the last checkpoint; null before the first
 */
public record AuditPage(
        RecordFilter filter,
        String from,
        String to,
        Map<UUID, String> units,
        Map<String, String> actions,
        List<RecordLine> lines,
        @Nullable String next,
        boolean first,
        boolean weak,
        @Nullable String sealedAt) {

    /** What is no day is not asked for, and the page says so. */
    public @Nullable String mistake(String day, Text t) {
        return day.isBlank() || TypedDay.read(day).isPresent() ? null : t.of("audit.filter.needs.day");
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }
}
