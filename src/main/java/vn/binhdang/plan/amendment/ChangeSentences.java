package vn.binhdang.plan.amendment;

import static vn.binhdang.plan.amendment.AmendmentPaper.text;
import static vn.binhdang.plan.amendment.AmendmentPaper.words;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhdang.plan.PlanPart;

/** Says a change of an amendment as its document says it. */
final class ChangeSentences {
    /** A longer task is named by its beginning. */
    private static final int NAMED = 160;

    private ChangeSentences() {}

    /** What happens to one task: "Nhiệm vụ số 2 “…”: thời hạn từ “30/06/2026” thành “30/09/2026”." */
    static String sentence(Change change, Function<UUID, @Nullable String> names) {
        var terms = change.named();
        String said = switch (change.kind()) {
            case ADD -> added(terms, names);
            case CHANGE ->
                words(
                        "change",
                        named(terms),
                        String.join(
                                "; ",
                                terms.differences(change.wanted(), names).stream()
                                        .map(ChangeSentences::difference)
                                        .toList()));
            case DROP -> named(terms);
        };
        String reason = change.reason().isEmpty() ? "" : " " + words("reason", closed(change.reason()));
        return closed(said) + reason;
    }

    private static String difference(TaskTerms.Difference one) {
        if (one.field().equals("text")) return words("changed.text", one.after());
        return difference(words("field." + one.field()), one.before(), one.after());
    }

    private static String difference(String field, String before, String after) {
        if (before.isEmpty()) return words("changed.set", field, after);
        if (after.isEmpty()) return words("changed.cleared", field, before);
        return words("changed", field, before, after);
    }

    private static String added(TaskTerms terms, Function<UUID, @Nullable String> names) {
        var shown = terms.shown(names);
        String rest = String.join(
                "; ",
                TaskTerms.FIELDS.stream()
                        .filter(field -> !field.equals("number") && !field.equals("text"))
                        .filter(field -> !text(shown.get(field)).isEmpty())
                        .map(field -> words("added.field", words("field." + field), text(shown.get(field))))
                        .toList());
        String text = unclosed(terms.text());
        String said = terms.number() == null ? words("added", text) : words("added.numbered", terms.number(), text);
        return rest.isEmpty() ? said : said + "; " + rest;
    }

    private static String named(TaskTerms terms) {
        String text = beginning(terms.text());
        return terms.number() == null ? words("named", text) : words("named.numbered", terms.number(), text);
    }

    private static String beginning(String sentence) {
        String text = unclosed(sentence);
        if (text.length() <= NAMED) return text;
        int blank = text.lastIndexOf(' ', NAMED);
        return text.substring(0, blank < NAMED / 2 ? NAMED : blank) + "…";
    }

    private static String unclosed(String sentence) {
        return sentence.strip().replaceAll("[.;,:]+$", "");
    }

    private static String closed(String sentence) {
        return unclosed(sentence) + ".";
    }

    /** What happens to one purpose, target or row: "Mục I.1 “…” sửa đổi thành “…”." */
    static String sentence(PartChange change) {
        String said = switch (change.kind()) {
            case ADD -> added(change);
            case CHANGE -> words("change", named(change), String.join("; ", differences(change)));
            case DROP -> named(change);
        };
        String reason = change.reason().isEmpty() ? "" : " " + words("reason", closed(change.reason()));
        return closed(said) + reason;
    }

    private static String added(PartChange change) {
        var home = change.home();
        var said = change.wanted();
        if (home.columns().isEmpty())
            return home.label().isEmpty()
                    ? words("part.added", numbered(said))
                    : words("part.added.at", placed(home), numbered(said));
        var cells = new ArrayList<String>();
        for (int i = 0; i < said.cells().size(); i++)
            if (!said.cells().get(i).isBlank())
                cells.add(words("added.field", column(home, i), said.cells().get(i)));
        return words("part.added.row", placed(home), String.join("; ", cells));
    }

    private static List<String> differences(PartChange change) {
        var lines = new ArrayList<String>();
        for (var one : PartChange.differences(change.named(), change.wanted())) {
            if (one.column() < 0) lines.add(difference(words("field.number"), one.before(), one.after()));
            else if (change.home().columns().isEmpty()) lines.add(words("changed.text", one.after()));
            else
                lines.add(difference(
                        words("part.column", column(change.home(), one.column())), one.before(), one.after()));
        }
        return lines;
    }

    private static String column(PlanPart.Home home, int column) {
        String heading =
                column < home.columns().size() ? home.columns().get(column).strip() : "";
        return heading.isEmpty() ? String.valueOf(column + 1) : heading;
    }

    private static String numbered(PlanPart.Words said) {
        return said.number() == null ? said.text() : said.number() + " " + said.text();
    }

    private static String placed(PlanPart.Home home) {
        return home.kind() == PlanPart.Kind.ANNEX_ROW ? home.label() : words("part.section", home.label());
    }

    /** "Mục I.1.a) “Nâng cao nhận thức …”", "Phụ lục I, dòng “1 – Tập huấn …”". */
    static String named(PartChange change) {
        String text = beginning(change.named().text());
        if (change.home().kind() == PlanPart.Kind.ANNEX_ROW) return words("part.named.row", change.label(), text);
        return change.label().isEmpty()
                ? words("part.named", words("part." + change.home().kind()), text)
                : words("part.named.at", change.label(), text);
    }
}
