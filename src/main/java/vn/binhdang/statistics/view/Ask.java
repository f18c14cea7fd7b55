package vn.binhdang.statistics.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * What the address of a figure asks for; everything may be left out.
 *
 * @param unit id or name
 * @param by code of a dimension; "none" for the whole alone
 * @param on day of the map; without it each period stands on its own
 * @param level kind of the units that are compared; without it those directly below
 * @param start place of the first of them on this page
 */
record Ask(
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String period,
        @Nullable String by,
        @Nullable String on,
        @Nullable String level,
        int start) {

    /** The same of a unit. */
    Ask of(UnitId unit) {
        return new Ask(unit.toString(), kind, from, to, period, by, on, level, start);
    }

    /** An address with these parameters; empty ones are left out. */
    static String address(String path, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** One parameter exchanged. */
    static Map<String, String> with(Map<String, String> parameters, String... pairs) {
        var changed = new LinkedHashMap<>(parameters);
        for (int i = 0; i < pairs.length; i += 2) changed.put(pairs[i], pairs[i + 1]);
        return changed;
    }
}
