package vn.binhdang.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.TypedDay;

/**
 * What the record is narrowed down to. What stands in an address and is not understood narrows nothing down.
 *
 * @param installation the chain of the product itself instead of the agency's
 * @param who words of a name
 * @param action as stored: "plan.issue"
 * @param from and {@code to}: days in Viet Nam, both included
 */
public record RecordFilter(
        boolean installation,
        String who,
        @Nullable UUID unit,
        @Nullable Kind kind,
        String action,
        @Nullable UUID record,
        String request,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final int LONGEST = 200;

    static RecordFilter of(Map<String, String> typed) {
        return new RecordFilter(
                "installation".equals(typed.get("chain")),
                text(typed, "who"),
                id(typed, "unit"),
                kind(typed.get("kind")),
                text(typed, "action"),
                id(typed, "record"),
                text(typed, "request"),
                day(typed, "from"),
                day(typed, "to"));
    }

    static RecordFilter ofRecord(UUID record) {
        return new RecordFilter(false, "", null, null, "", record, "", null, null);
    }

    public boolean isEmpty() {
        return named().isEmpty() && !installation;
    }

    /** What was asked for, without what was typed: names are personal, and this goes into the record. */
    Map<String, Object> named() {
        var named = new TreeMap<String, Object>();
        if (!who.isEmpty()) named.put("who", true);
        if (unit != null) named.put("unit", unit.toString());
        if (kind != null) named.put("kind", kind.name());
        if (!action.isEmpty()) named.put("action", action);
        if (record != null) named.put("record", record.toString());
        if (!request.isEmpty()) named.put("request", true);
        if (from != null) named.put("from", from.toString());
        if (to != null) named.put("to", to.toString());
        return named;
    }

    /** The address of the page with the rows before a number. */
    String addressBefore(@Nullable Long no) {
        var address = UriComponentsBuilder.fromPath("/audit");
        if (installation) address.queryParam("chain", "installation");
        if (!who.isEmpty()) address.queryParam("who", "{who}");
        if (unit != null) address.queryParam("unit", unit);
        if (kind != null) address.queryParam("kind", kind.name());
        if (!action.isEmpty()) address.queryParam("action", "{action}");
        if (record != null) address.queryParam("record", record);
        if (!request.isEmpty()) address.queryParam("request", "{request}");
        if (from != null) address.queryParam("from", from);
        if (to != null) address.queryParam("to", to);
        if (no != null) address.queryParam("before", no);
        return address.encode()
                .buildAndExpand(Map.of("who", who, "action", action, "request", request))
                .toUriString();
    }

    private static String text(Map<String, String> typed, String name) {
        String value = typed.getOrDefault(name, "").strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static @Nullable UUID id(Map<String, String> typed, String name) {
        try {
            return UUID.fromString(text(typed, name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Kind kind(@Nullable String name) {
        for (Kind kind : Kind.values()) if (kind.name().equals(name)) return kind;
        return null;
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String name) {
        return TypedDay.read(text(typed, name)).orElse(null);
    }
}
