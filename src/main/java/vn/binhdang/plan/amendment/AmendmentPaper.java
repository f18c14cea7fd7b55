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
                        if (change.kind() == kind)
                            list(lists, "list." + kind).add(ChangeSentences.sentence(change, names));
            for (var kind : Kind.values())
                for (var change : parts)
                    if (change.home().kind() == part && change.kind() == kind)
                        list(lists, "list." + part + "." + kind).add(ChangeSentences.sentence(change));
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

    private static Block item(@Nullable String number, String text) {
        return new Block(Block.Kind.ITEM, number, text, List.of(), null);
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
        return d.withWords(
                d.legalBases().stream().filter(basis -> !basis.text().isBlank()).toList(), body, d.annexes());
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String words(String key, Object... arguments) {
        return WORDS.of("plan.amendment.paper." + key, arguments);
    }
}
