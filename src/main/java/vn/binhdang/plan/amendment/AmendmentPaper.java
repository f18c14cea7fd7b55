package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.Signature;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.web.Text;

/**
 * An amendment as a document in the Decree 30 layout. What the clerk writes around them is stored; the changes themselves
 * are put into words when the document is shown or printed, so that it never says anything else than what will happen.
 */
@Component
class AmendmentPaper {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    /** "như sau:" as folded, without its colon, in the sentence behind which the changes are listed. */
    private static final String AS_FOLLOWS = "nhu sau";

    /** A longer task is named by its beginning. */
    private static final int NAMED = 160;

    private final Units units;
    private final People people;
    private final Clock clock;

    AmendmentPaper(Units units, People people, Clock clock) {
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    /** A plan is amended by a document of the same form (Decree 30/2020 article 18), or by a decision of the head. */
    enum Form {
        PLAN,
        DECISION
    }

    /** The draft around the changes. @param issued the words of the plan as issued */
    AdministrativeDocument draft(Actor actor, OutgoingDocument plan, AdministrativeDocument issued, Form form) {
        var today = Today.of(clock).day();
        var letterhead = units.letterhead(actor.agency(), today).orElse(null);
        String cited = cited(plan, issued);
        String number = plan.numberAndSymbol();
        var abbreviation = letterhead == null ? afterDash(issued.symbol()) : letterhead.symbolAbbreviation();
        String key = form == Form.DECISION ? "decision." : "plan.";
        return new AdministrativeDocument(
                words(key + "type"),
                letterhead == null ? issued.issuingAgency() : letterhead.issuingAgency(),
                letterhead == null ? issued.parentAgency() : letterhead.parentAgency(),
                null,
                abbreviation == null ? null : words(key + "symbol", abbreviation),
                letterhead == null ? issued.place() : letterhead.placeOfIssue(),
                null,
                words(key + "subject", type(issued), number),
                List.of(),
                List.of(new LegalBasis(
                        words("basis", cited), type(issued), number, plan.issuedOn(), issued.issuingAgency(), null)),
                List.of(),
                form == Form.DECISION ? decision(cited, issued, number) : plan(cited, issued, number),
                List.of(),
                List.of(),
                issued.recipients(),
                head(actor, today),
                List.of(),
                List.of());
    }

    private static List<Block> plan(String cited, AdministrativeDocument issued, String number) {
        return List.of(
                Block.paragraph(words("plan.opening", text(issued.issuingAgency()), cited)),
                Block.paragraph(words("rest", type(issued), number)),
                Block.paragraph(words("plan.closing")));
    }

    private static List<Block> decision(String cited, AdministrativeDocument issued, String number) {
        return List.of(
                Block.paragraph(words("decision.verb")),
                article(1, words("decision.opening", cited)),
                article(2, words("rest", type(issued), number)),
                article(3, words("decision.closing")));
    }

    private static Block article(int number, String text) {
        return new Block(Block.Kind.DIVISION, "Điều " + number + ".", text, List.of(), null);
    }

    private @Nullable Signature head(Actor actor, LocalDate today) {
        return people.officesOf(actor.agency(), today).stream()
                .filter(office -> office.rank() == Rank.HEAD)
                .findFirst()
                .map(office ->
                        new Signature(null, null, office.title().toUpperCase(Locale.of("vi")), office.personName()))
                .orElse(null);
    }

    /** "Kế hoạch số 05/KH-SKHCN ngày 05 tháng 4 năm 2026 của Sở Khoa học và Công nghệ về thực hiện …" */
    private static String cited(OutgoingDocument plan, AdministrativeDocument issued) {
        String subject = text(issued.subjectLine()).strip();
        String folded = UnitMatcher.fold(subject);
        String about = subject.isEmpty() || folded.startsWith("ve ") || folded.startsWith("v/v")
                ? inSentence(subject)
                : words("about", inSentence(subject));
        return words(
                        "cited",
                        type(issued),
                        plan.numberAndSymbol(),
                        day(plan.issuedOn()),
                        text(issued.issuingAgency()),
                        about)
                .strip();
    }

    /** Whether the body has the sentence behind which the changes are listed. */
    static boolean hasPlace(List<Block> body) {
        return body.stream().anyMatch(AmendmentPaper::leadsIn);
    }

    private static boolean leadsIn(Block block) {
        return UnitMatcher.fold(block.text()).strip().endsWith(AS_FOLLOWS);
    }

    /** The body with the changes in words; without a place for them they stand at its end. */
    static List<Block> withChanges(
            List<Block> body, List<Change> changes, List<PartChange> parts, Function<UUID, @Nullable String> names) {
        var listed = listed(changes, parts, names);
        var whole = new ArrayList<Block>();
        boolean placed = false;
        for (var block : body) {
            if (block.kind() != Block.Kind.TABLE && block.text().isBlank()) continue;
            whole.add(block);
            if (!placed && leadsIn(block)) {
                whole.addAll(listed);
                placed = true;
            }
        }
        if (!placed) whole.addAll(listed);
        return whole;
    }

    /** In the order of a plan: what it is for, what is done, its annexes. */
    private static List<Block> listed(
            List<Change> changes, List<PartChange> parts, Function<UUID, @Nullable String> names) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var part : PlanPart.Kind.values()) {
            if (part == PlanPart.Kind.ANNEX_ROW)
                for (var kind : Kind.values())
                    for (var change : changes)
                        if (change.kind() == kind) list(lists, "list." + kind).add(sentence(change, names));
            for (var kind : Kind.values())
                for (var change : parts)
                    if (change.home().kind() == part && change.kind() == kind)
                        list(lists, "list." + part + "." + kind).add(sentence(change));
        }
        var blocks = new ArrayList<Block>();
        int heading = 1;
        for (var list : lists.entrySet()) {
            blocks.add(item(heading++ + ".", words(list.getKey())));
            // The letters of points end with y); a longer list has dashes.
            @Nullable String number = list.getValue().size() > 23 ? "-" : "a)";
            for (String sentence : list.getValue()) {
                blocks.add(item(number, sentence));
                number = Numbers.after(number);
            }
        }
        return blocks;
    }

    private static List<String> list(LinkedHashMap<String, List<String>> lists, String heading) {
        return lists.computeIfAbsent(heading, key -> new ArrayList<>());
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

    private static Block item(@Nullable String number, String text) {
        return new Block(Block.Kind.ITEM, number, text, List.of(), null);
    }

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
                                        .map(AmendmentPaper::difference)
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

    private static String type(AdministrativeDocument issued) {
        return issued.documentType() == null ? words("plan.type") : issued.documentType();
    }

    private static @Nullable String afterDash(@Nullable String symbol) {
        return symbol == null || !symbol.contains("-") ? null : symbol.substring(symbol.indexOf('-') + 1);
    }

    /** A subject goes on in small letters inside a sentence, unless it begins with an abbreviation. */
    private static String inSentence(String subject) {
        boolean ordinary = subject.length() > 1 && !Character.isUpperCase(subject.charAt(1));
        return ordinary ? Character.toLowerCase(subject.charAt(0)) + subject.substring(1) : subject;
    }

    /** "05 tháng 4 năm 2026": a zero before days below 10 and before January and February (Decree 30). */
    private static String day(@Nullable LocalDate day) {
        if (day == null) return "";
        return words(
                "day",
                "%02d".formatted(day.getDayOfMonth()),
                day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** The words of a document with the list of changes, for print. */
    static AdministrativeDocument with(AdministrativeDocument d, List<Block> body) {
        return new AdministrativeDocument(
                d.documentType(),
                d.issuingAgency(),
                d.parentAgency(),
                d.number(),
                d.symbol(),
                d.place(),
                d.date(),
                d.subjectLine(),
                d.addressees(),
                d.legalBases().stream().filter(basis -> !basis.text().isBlank()).toList(),
                List.of(),
                body,
                List.of(),
                List.of(),
                d.recipients(),
                d.signature(),
                d.annexes(),
                List.of());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String words(String key, Object... arguments) {
        return WORDS.of("plan.amendment.paper." + key, arguments);
    }
}
