package vn.binhdang.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Role;
import vn.binhdang.web.Text;

/**
 * Says rows of the record in words a person understands. A module words its own actions: "plan.issue" has the message
 * {@code plan.audit.issue}; names of fields are {@code audit.field.<name>}, constants {@code audit.value.<field>.<NAME>}
 * or, where they mean the same everywhere, {@code audit.value.<NAME>}. What has no words yet is shown as it is stored.
 */
@Component
class RecordWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    /** Constants or ids in one text: "[HEAD, DEPUTY]". */
    private static final Pattern SEVERAL = Pattern.compile("\\[[A-Z_, ]*]|%1$s(?:[, ]+%1$s)+".formatted(ID.pattern()));

    private static final int LONGEST_VALUE = 200;

    private final RecordNames names;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    RecordWords(RecordNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** For auditors, who follow ids from row to row: what has no name is shown as its id. */
    List<RecordLine> of(List<StoredRow> rows, Text t) {
        return of(rows, true, t);
    }

    /** For people at work: what has no name is left out. */
    List<RecordLine> withoutIds(List<StoredRow> rows, Text t) {
        return of(rows, false, t);
    }

    private List<RecordLine> of(List<StoredRow> rows, boolean ids, Text t) {
        var named = ids(rows.stream().flatMap(row -> idsIn(row.fields())));
        var people = names.people(with(named, rows.stream().map(StoredRow::account)));
        var units = unitNames(rows, named);
        var called = new HashMap<>(units);
        called.putAll(people);
        return rows.stream()
                .map(row -> new RecordLine(
                        row.no(),
                        WHEN.format(row.at().atZone(clock.getZone())),
                        who(row.account(), people, t),
                        units.getOrDefault(row.unit(), ""),
                        roles(row.roles(), t),
                        action(row.action(), t),
                        Kind.valueOf(row.kind()),
                        details(row.fields(), called, ids, t),
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
    private Map<UUID, String> unitNames(List<StoredRow> rows, Set<UUID> named) {
        var day = rows.stream()
                .map(row -> LocalDate.ofInstant(row.at(), clock.getZone()))
                .reduce((a, b) -> a.isAfter(b) ? a : b);
        return day.map(last -> names.units(with(named, rows.stream().map(StoredRow::unit)), last))
                .orElse(Map.of());
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        return ids.filter(id -> !id.equals(AuditTrail.NO_RECORD)).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<UUID> with(Set<UUID> some, Stream<UUID> more) {
        return ids(Stream.concat(some.stream(), more));
    }

    /** Units and people that fields speak of. */
    private static Stream<UUID> idsIn(String fields) {
        return ID.matcher(fields).results().map(found -> UUID.fromString(found.group()));
    }

    private static String roles(String roles, Text t) {
        return Stream.of(roles.split(","))
                .filter(role -> !role.isEmpty())
                .map(role -> word(role, t))
                .collect(Collectors.joining(", "));
    }

    /** The same constant may mean one thing in one field and another elsewhere. */
    static Optional<String> valueKey(String field, String value, Text t) {
        var role = Stream.of(Role.values())
                .filter(known -> known.name().equals(value))
                .map(known -> "kernel.role." + known.word());
        return Stream.concat(Stream.of("audit.value." + field + "." + value, "audit.value." + value), role)
                .filter(t::has)
                .findFirst();
    }

    /** A role of an earlier release may no longer have a word. */
    private static String word(String role, Text t) {
        if (role.startsWith("TOKEN:")) return t.of("audit.role.token");
        for (Role known : Role.values())
            if (known.name().equals(role) && t.has("kernel.role." + known.word()))
                return t.of("kernel.role." + known.word());
        return role;
    }

    private List<String> details(String fields, Map<UUID, String> called, boolean ids, Text t) {
        var details = new ArrayList<String>();
        new TreeMap<String, Object>(json.readValue(fields, HashMap.class)).forEach((name, value) -> {
            if (ids || !nameless(value, called)) details.add(detail(name, value, called, t));
        });
        return details;
    }

    private static boolean nameless(@Nullable Object value, Map<UUID, String> called) {
        return value instanceof String text && ID.matcher(text).matches() && !called.containsKey(UUID.fromString(text));
    }

    private static String detail(String name, @Nullable Object value, Map<UUID, String> called, Text t) {
        String label = label(name, t);
        if (name.equals("reason") && value instanceof String key && t.has(key))
            return t.of("audit.detail.value", label, t.of(key).replaceAll("\\{[0-9][^}]*}", "…"));
        if (FieldHashes.isHash(value)) return t.of("audit.detail.hashed", label);
        if (name.equals("changed") && value instanceof List<?> fields)
            return t.of(
                    "audit.detail.value",
                    label,
                    fields.stream()
                            .map(field -> t.has("audit.changed." + field) ? t.of("audit.changed." + field) : "" + field)
                            .collect(Collectors.joining(", ")));
        if (!(value instanceof Map<?, ?> change) || !(change.containsKey("before") || change.containsKey("after")))
            return t.of("audit.detail.value", label, shown(name, value, called, t));
        if (FieldHashes.isHash(change.get("before")) || FieldHashes.isHash(change.get("after")))
            return t.of("audit.detail.changedHashed", label);
        return t.of(
                "audit.detail.changed",
                label,
                shown(name, change.get("before"), called, t),
                shown(name, change.get("after"), called, t));
    }

    private static String label(String field, Text t) {
        return labelKey(field, t).map(key -> t.of(key)).orElse(field);
    }

    /** A kind of notice has a name of its own. */
    static Optional<String> labelKey(String field, Text t) {
        return Stream.of("audit.field." + field, field + ".name").filter(t::has).findFirst();
    }

    private static String shown(String field, @Nullable Object value, Map<UUID, String> called, Text t) {
        if (value == null) return "–";
        if (value instanceof List<?> several)
            return several.stream().map(one -> shown(field, one, called, t)).collect(Collectors.joining(", "));
        String text = value.toString();
        if (SEVERAL.matcher(text).matches())
            return Stream.of(text.replaceAll("[\\[\\]]", "").split("[, ]+"))
                    .map(one -> shown(field, one, called, t))
                    .collect(Collectors.joining(", "));
        var word = valueKey(field, text, t);
        if (word.isPresent()) return t.of(word.get());
        if (ID.matcher(text).matches()) return called.getOrDefault(UUID.fromString(text), text);
        // ISO days as they are written here.
        if (text.matches("\\d{4}-\\d{2}-\\d{2}"))
            return "%s/%s/%s".formatted(text.substring(8), text.substring(5, 7), text.substring(0, 4));
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
