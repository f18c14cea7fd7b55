package vn.binhdang.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Role;
import vn.binhdang.web.Text;

/**
 * Says rows of the record in words a person understands. A module words its own actions: "plan.issue" has the message
 * {@code plan.audit.issue}; names of fields are {@code audit.field.<name>}. What has no words yet is shown as it is stored.
 */
@Component
class RecordWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final int LONGEST_VALUE = 200;

    private final RecordNames names;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    RecordWords(RecordNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    List<RecordLine> of(List<StoredRow> rows, Text t) {
        var people = names.people(ids(rows.stream().map(StoredRow::account)));
        var units = unitNames(rows);
        return rows.stream()
                .map(row -> new RecordLine(
                        row.no(),
                        WHEN.format(row.at().atZone(clock.getZone())),
                        who(row.account(), people, t),
                        units.getOrDefault(row.unit(), ""),
                        roles(row.roles(), t),
                        action(row.action(), t),
                        Kind.valueOf(row.kind()),
                        details(row.fields(), t),
                        row.record().equals(AuditTrail.NO_RECORD) ? null : row.record(),
                        row.request()))
                .toList();
    }

    /** "plan.issue" as plan.audit.issue says it. */
    static String action(String action, Text t) {
        int dot = action.indexOf('.');
        String key = dot < 0 ? action : action.substring(0, dot) + ".audit" + action.substring(dot);
        return t.has(key) ? t.of(key) : action;
    }

    private static String who(UUID account, Map<UUID, String> people, Text t) {
        if (account.equals(AuditTrail.NO_RECORD)) return t.of("audit.who.product");
        String name = people.getOrDefault(account, "");
        return name.isEmpty() ? t.of("audit.who.unknown") : name;
    }

    /** Under the names of the last day among the rows: a page of them spans hours or days. */
    private Map<UUID, String> unitNames(List<StoredRow> rows) {
        var day = rows.stream()
                .map(row -> LocalDate.ofInstant(row.at(), clock.getZone()))
                .reduce((a, b) -> a.isAfter(b) ? a : b);
        return day.map(last -> names.units(ids(rows.stream().map(StoredRow::unit)), last))
                .orElse(Map.of());
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        return ids.filter(id -> !id.equals(AuditTrail.NO_RECORD)).collect(Collectors.toCollection(HashSet::new));
    }

    private static String roles(String roles, Text t) {
        return Stream.of(roles.split(","))
                .filter(role -> !role.isEmpty())
                .map(role -> word(role, t))
                .collect(Collectors.joining(", "));
    }

    /** A role of an earlier release may no longer have a word. */
    private static String word(String role, Text t) {
        for (Role known : Role.values())
            if (known.name().equals(role) && t.has("kernel.role." + known.word()))
                return t.of("kernel.role." + known.word());
        return role;
    }

    private List<String> details(String fields, Text t) {
        var details = new ArrayList<String>();
        new TreeMap<String, Object>(json.readValue(fields, HashMap.class))
                .forEach((name, value) -> details.add(detail(name, value, t)));
        return details;
    }

    private static String detail(String name, @Nullable Object value, Text t) {
        String label = t.has("audit.field." + name) ? t.of("audit.field." + name) : name;
        if (name.equals("reason") && value instanceof String key && t.has(key))
            return t.of("audit.detail.value", label, t.of(key).replaceAll("\\{[0-9][^}]*}", "…"));
        if (FieldHashes.isHash(value)) return t.of("audit.detail.hashed", label);
        if (!(value instanceof Map<?, ?> change) || !(change.containsKey("before") || change.containsKey("after")))
            return t.of("audit.detail.value", label, shown(value, t));
        if (FieldHashes.isHash(change.get("before")) || FieldHashes.isHash(change.get("after")))
            return t.of("audit.detail.changedHashed", label);
        return t.of("audit.detail.changed", label, shown(change.get("before"), t), shown(change.get("after"), t));
    }

    private static String shown(@Nullable Object value, Text t) {
        if (value == null) return "–";
        String text = value.toString();
        if (t.has("audit.value." + text)) return t.of("audit.value." + text);
        for (Role role : Role.values()) if (role.name().equals(text)) return t.of("kernel.role." + role.word());
        // ISO days as they are written here.
        if (text.matches("\\d{4}-\\d{2}-\\d{2}"))
            return "%s/%s/%s".formatted(text.substring(8), text.substring(5, 7), text.substring(0, 4));
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
