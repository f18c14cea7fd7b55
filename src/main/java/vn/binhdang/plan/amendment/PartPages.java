package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.amendment.AmendmentPage.Card;
import vn.binhdang.plan.amendment.AmendmentPage.Field;
import vn.binhdang.plan.amendment.PartChange.Difference;
import vn.binhdang.plan.amendment.PartChange.InForce;
import vn.binhdang.plan.amendment.PartsThroughAmendments.Standing;
import vn.binhdang.plan.drafting.TaskForm.Mistake;
import vn.binhdang.web.Text;

/** Puts the pages together on which purposes, targets and annexes are amended. */
@Component
class PartPages {
    static final int PAGE = 40;

    private final AmendmentRows amendments;
    private final PartRows rows;
    private final PartEditing editing;
    private final PartsThroughAmendments through;
    private final Plans plans;
    private final Drafts drafts;

    PartPages(
            AmendmentRows amendments,
            PartRows rows,
            PartEditing editing,
            PartsThroughAmendments through,
            Plans plans,
            Drafts drafts) {
        this.amendments = amendments;
        this.rows = rows;
        this.editing = editing;
        this.through = through;
        this.plans = plans;
        this.drafts = drafts;
    }

    /** @param after how many parts the pages before have shown */
    PartsPage choose(Actor actor, DocumentId id, String searched, int after, Text t) {
        drafts.readable(actor, id);
        var amendment = amendments.find(id);
        var plan = plans.find(actor, amendment.plan());
        var issued = through.issued(actor, plan).text();
        var standing = PartsThroughAmendments.standing(issued, rows.inForceOf(plan.id()), LocalDate.MAX).stream()
                .filter(one -> !one.ended())
                .filter(one -> found(one, searched))
                .toList();
        Map<UUID, String> chosen = rows.changes(id).stream()
                .collect(Collectors.toMap(
                        PartChange::part, change -> t.of(change.kind().messageKey())));
        var shown = standing.stream().skip(after).limit(PAGE).toList();
        boolean more = standing.size() > after + shown.size();
        String address = "/amendments/" + id + "/parts";
        var byHome = shown.stream()
                .collect(Collectors.groupingBy(
                        one -> PartsThroughAmendments.key(one.part().home()), LinkedHashMap::new, Collectors.toList()));
        // Where nothing stands yet something can be added all the same: on the page that is not a search.
        boolean whole = searched.isEmpty();
        var groups = new ArrayList<PartsPage.Group>();
        for (var home : issued.homes()) {
            var parts = byHome.getOrDefault(PartsThroughAmendments.key(home), List.of());
            boolean empty = standing.stream()
                    .noneMatch(one ->
                            PartsThroughAmendments.key(one.part().home()).equals(PartsThroughAmendments.key(home)));
            if (parts.isEmpty() && !(whole && empty && !more)) continue;
            groups.add(new PartsPage.Group(
                    t.of("plan.amendment.part." + home.kind()),
                    place(home),
                    home.columns(),
                    parts.stream().map(one -> row(one, address, chosen)).toList(),
                    address + "/new?part=" + home.kind() + "&home=" + home.id(),
                    t.of("plan.amendment.part.add." + home.kind())));
        }
        return new PartsPage(
                address,
                "/amendments/" + id,
                AmendmentPages.subject(plan.document(), t),
                searched,
                t.of("plan.amendment.part.found", standing.size()),
                groups,
                after > 0 ? address(address, searched, 0) : "",
                more ? address(address, searched, after + shown.size()) : "");
    }

    private static PartsPage.Row row(Standing one, String address, Map<UUID, String> chosen) {
        var part = one.part();
        return new PartsPage.Row(
                part.words().number() == null ? "" : part.words().number(),
                part.words().text(),
                part.home().columns().isEmpty() ? List.of() : part.words().cells(),
                address + "/" + part.id(),
                chosen.getOrDefault(part.id(), ""));
    }

    private static boolean found(Standing one, String searched) {
        var part = one.part();
        String folded = UnitMatcher.fold(
                part.label() + " " + part.home().title() + " " + part.words().text());
        return Stream.of(UnitMatcher.fold(searched).split("\\s+")).allMatch(folded::contains);
    }

    private static String address(String path, String searched, int after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!searched.isEmpty()) address.queryParam("q", "{q}");
        if (after > 0) address.queryParam("after", after);
        return searched.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(searched).toUriString();
    }

    /** The form of a part that is added. */
    PartPage newPart(
            Actor actor,
            DocumentId id,
            String homeId,
            String kind,
            @Nullable MultiValueMap<String, String> typed,
            List<Mistake> mistakes,
            Text t) {
        drafts.readable(actor, id);
        var home = editing.home(actor, amendments.find(id), homeId, kind);
        return new PartPage(
                "/amendments/" + id + "/parts",
                "/amendments/" + id + "/parts",
                t.of("plan.amendment.part.add." + home.kind()),
                place(home),
                homeId,
                kind,
                true,
                fields(home, null, null, typed, t),
                typed == null ? "" : PartEditing.reason(typed),
                "0",
                "0",
                "",
                "",
                printed(mistakes, t));
    }

    /** The form of a part of the plan, or of one that this amendment adds. */
    PartPage part(
            Actor actor,
            DocumentId id,
            UUID part,
            @Nullable MultiValueMap<String, String> typed,
            List<Mistake> mistakes,
            Text t) {
        drafts.readable(actor, id);
        var kept = rows.change(id, part).orElse(null);
        boolean adds = kept != null && kept.kind() == Change.Kind.ADD;
        var now = adds ? null : editing.now(actor, amendments.find(id), part);
        var home =
                now == null ? Objects.requireNonNull(kept).home() : now.part().home();
        var said = now == null ? null : now.part().words();
        boolean drops = kept != null && kept.kind() == Change.Kind.DROP;
        boolean dropping = typed != null && typed.containsKey("dropping");
        String address = "/amendments/" + id + "/parts/" + part;
        String reason = kept == null || kept.undone() ? "" : kept.reason();
        return new PartPage(
                address,
                "/amendments/" + id,
                t.of("plan.amendment.part." + (adds ? "add." : "change.") + home.kind()),
                place(home),
                "",
                "",
                adds,
                fields(home, said, PartEditing.shown(kept, said), dropping ? null : typed, t),
                typed != null && !dropping ? PartEditing.reason(typed) : drops ? "" : reason,
                String.valueOf(kept == null ? 0 : kept.version()),
                now == null ? "0" : String.valueOf(now.by().size()),
                adds ? "" : address + "/drop",
                typed != null && dropping ? PartEditing.reason(typed) : drops ? reason : "",
                printed(mistakes, t));
    }

    private static List<PartPage.Field> fields(
            Home home,
            @Nullable Words now,
            @Nullable Words shown,
            @Nullable MultiValueMap<String, String> typed,
            Text t) {
        var fields = new ArrayList<PartPage.Field>();
        int width = Math.max(1, home.columns().size());
        if (home.columns().isEmpty())
            fields.add(new PartPage.Field(
                    "number",
                    t.of("plan.amendment.part.number"),
                    number(now),
                    typed("number", number(shown), typed),
                    false));
        for (int i = 0; i < width; i++) {
            String name = PartEditing.CELL + i;
            fields.add(new PartPage.Field(
                    name,
                    label(home, i, t),
                    now == null ? "" : PartChange.cell(now, i),
                    typed(name, shown == null ? "" : PartChange.cell(shown, i), typed),
                    home.columns().isEmpty()));
        }
        return fields;
    }

    private static String typed(String field, String shown, @Nullable MultiValueMap<String, String> typed) {
        return typed == null || !typed.containsKey(field)
                ? shown
                : Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    private static String number(@Nullable Words words) {
        return words == null || words.number() == null ? "" : words.number();
    }

    /** What the field of a column is called; a table may leave a heading empty. */
    static String label(Home home, int column, Text t) {
        if (column < 0) return t.of("plan.amendment.part.number");
        if (home.columns().isEmpty()) return t.of("plan.amendment.part.text");
        String heading = column < home.columns().size() ? home.columns().get(column) : "";
        return heading.isBlank() ? t.of("plan.amendment.part.column", column + 1) : heading;
    }

    /** "I.1 Mục đích", "Phụ lục I Kinh phí thực hiện". */
    static String place(Home home) {
        return (home.label() + " " + home.title()).strip();
    }

    /** @param editable whether they can be changed now */
    List<Card> cards(Amendment amendment, boolean editable, Text t) {
        String action = "/amendments/" + amendment.id() + "/parts/";
        if (amendment.inForceOn() != null)
            return rows.changes(amendment.id()).stream()
                    .map(change -> card(action + change.part(), change, null, false, t))
                    .toList();
        var deciding = rows.deciding(amendment);
        return deciding.own().stream()
                .map(change ->
                        card(action + change.part(), change, deciding.last().get(change.part()), editable, t))
                .toList();
    }

    private static Card card(String action, PartChange change, @Nullable InForce last, boolean editable, Text t) {
        var overtaken = change.overtaken(last);
        var now = last == null ? null : last.change().after();
        return new Card(
                change.part().toString(),
                change.kind().mark(),
                t.of(change.kind().messageKey()),
                t.of("plan.amendment.part.name", name(change, t), change.named().text()),
                "",
                editable && overtaken != Overtaken.GONE ? action : "",
                editable ? action + "/undo" : "",
                fields(change, t),
                change.reason(),
                List.of(),
                overtaken == Overtaken.NOTHING ? "" : t.of("plan.amendment.part.overtaken." + overtaken.name()),
                overtaken == Overtaken.CHANGED && now != null && change.before() != null
                        ? fields(change.home(), PartChange.differences(change.before(), now), t)
                        : List.of(),
                editable && overtaken == Overtaken.CHANGED ? action + "/decide" : "");
    }

    /** Its label says of a row where it is, of others the number, if the plan has one for them. */
    private static String name(PartChange change, Text t) {
        if (change.home().kind() == PlanPart.Kind.ANNEX_ROW) return change.label();
        return (t.of("plan.amendment.part." + change.home().kind()) + " " + change.label()).strip();
    }

    private static List<Field> fields(PartChange change, Text t) {
        var after = change.after();
        if (after == null) return List.of();
        if (change.before() != null) return fields(change.home(), PartChange.differences(change.before(), after), t);
        return fields(change.home(), PartChange.differences(new Words(null, List.of()), after), t);
    }

    static List<Field> fields(Home home, List<Difference> differences, Text t) {
        return differences.stream()
                .map(one ->
                        new Field(label(home, one.column(), t), orNothing(one.before(), t), orNothing(one.after(), t)))
                .toList();
    }

    private static String orNothing(String words, Text t) {
        return words.isEmpty() ? t.of("plan.amendment.nothing") : words;
    }

    private static Map<String, String> printed(List<Mistake> mistakes, Text t) {
        var printed = new LinkedHashMap<String, String>();
        for (var mistake : mistakes)
            printed.merge(
                    mistake.field(), t.of(mistake.messageKey(), mistake.typed()), (one, other) -> one + " " + other);
        return printed;
    }
}
