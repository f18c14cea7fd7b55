package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Lines;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.document.drafting.EditorPage.Basis;
import vn.binhdang.document.drafting.EditorPage.BlockView;
import vn.binhdang.document.drafting.EditorPage.Choice;
import vn.binhdang.document.drafting.EditorPage.Field;
import vn.binhdang.document.drafting.EditorPage.Part;
import vn.binhdang.document.drafting.EditorPage.SignaturePart;
import vn.binhdang.document.drafting.EditorPage.Undo;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.organisation.AgencyOnDay;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Puts the editor of a draft together. */
@Component
public class EditorPages {
    private final Drafts drafts;
    private final HeadRows heads;
    private final BlockRows blocks;
    private final Editors editors;
    private final Agencies agencies;
    private final Units units;
    private final Clock clock;

    EditorPages(
            Drafts drafts,
            HeadRows heads,
            BlockRows blocks,
            Editors editors,
            Agencies agencies,
            Units units,
            Clock clock) {
        this.drafts = drafts;
        this.heads = heads;
        this.blocks = blocks;
        this.editors = editors;
        this.agencies = agencies;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param written a draft that the actor may write now, see {@link Drafts#written}
     * @param agency that makes it, today
     * @param undo "body-…" or "bases-…" after the deletion, split or join that led back to the page
     */
    public EditorPage of(Actor actor, WrittenDocument written, AgencyOnDay agency, @Nullable String undo, Text t) {
        var document = written.document();
        var head = new DraftHead(written.head());
        var content = head.document();
        var rows = BlockRow.of(written);
        return new EditorPage(
                "/documents/" + document.id(),
                editors.editor(document),
                editors.home(document),
                actor.account().toString(),
                document.subject(),
                new EditorPage.State(
                        document.state().mark(),
                        t.of("document.state." + document.state().word())),
                number(content, t),
                date(content.date(), t),
                fields(head, t),
                bases(content),
                parts(content, rows, t),
                signature(agency, head, t),
                DraftNotes.of(document, content, rows, agency.abbreviations(), t),
                undo(document.id(), undo));
    }

    /** The same of a draft that is found here, as of today. */
    EditorPage of(Actor actor, DocumentId id, @Nullable String undo, Text t) {
        return of(actor, drafts.written(actor, id), agencies.on(actor.agency(), LocalDate.now(clock)), undo, t);
    }

    /** The findings alone, looked for anew: what the editor shows after a change. */
    Map<String, List<Note>> notes(Actor actor, DocumentId id, Text t) {
        var written = drafts.written(actor, id);
        var abbreviations = units.abbreviations(actor.agency(), LocalDate.now(clock));
        return DraftNotes.of(
                written.document(), new DraftHead(written.head()).document(), BlockRow.of(written), abbreviations, t);
    }

    /** Some paragraphs as the editor shows them, in the order asked for. */
    List<BlockView> blocks(DocumentId id, List<UUID> wanted, Text t) {
        var views = new LinkedHashMap<String, BlockView>();
        parts(heads.of(id).document(), blocks.of(id), t)
                .forEach(part -> part.blocks().forEach(view -> views.put(view.id(), view)));
        return wanted.stream()
                .map(block -> Optional.ofNullable(views.get(block.toString())))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Basis> bases(DocumentId id) {
        return bases(heads.of(id).document());
    }

    private static @Nullable Undo undo(DocumentId id, @Nullable String undo) {
        if (undo == null) return null;
        if (undo.startsWith("body-")) return new Undo("/documents/" + id + "/undo/" + undo.substring(5));
        return undo.startsWith("bases-") ? new Undo("/documents/" + id + "/bases/undo/" + undo.substring(6)) : null;
    }

    private static Map<String, Field> fields(DraftHead head, Text t) {
        var fields = new LinkedHashMap<String, Field>();
        for (var field : HeadField.values()) {
            String value = head.text(field);
            fields.put(
                    field.property(),
                    new Field(
                            field.property(),
                            t.of(field.labelKey()),
                            value,
                            Mark.of(value),
                            field.several(),
                            t.of(field.labelKey() + ".example")));
        }
        return fields;
    }

    private static List<Basis> bases(AdministrativeDocument content) {
        var bases = new ArrayList<Basis>();
        int last = content.legalBases().size() - 1;
        for (int i = 0; i <= last; i++) {
            var basis = content.legalBases().get(i);
            bases.add(new Basis(
                    i,
                    basis.text(),
                    DraftHead.basisMark(basis),
                    printed(basis.lines()),
                    height(basis.text()),
                    i == 0,
                    i == last));
        }
        return bases;
    }

    private static List<Part> parts(AdministrativeDocument content, List<BlockRow> rows, Text t) {
        var parts = new ArrayList<Part>();
        for (int number = 0; number <= content.annexes().size(); number++) {
            int part = number;
            var own = rows.stream().filter(row -> row.part() == part).toList();
            parts.add(new Part(
                    number,
                    number == 0
                            ? t.of("document.drafting.body")
                            : heading(content.annexes().get(number - 1), t),
                    views(own, t)));
        }
        return parts;
    }

    private static String heading(Annex annex, Text t) {
        String label = annex.label() == null ? t.of("document.drafting.annex") : annex.label();
        return annex.title() == null ? label : label + ": " + annex.title();
    }

    private static List<BlockView> views(List<BlockRow> rows, Text t) {
        var teaching = new Teaching(t);
        var views = new ArrayList<BlockView>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var block = row.block();
            String teaches = teaching.of(block);
            String number = Objects.requireNonNullElse(block.number(), "");
            views.add(new BlockView(
                    row.id().toString(),
                    t.of("document.drafting.block.name", i + 1, number),
                    block.kind().name(),
                    number,
                    block.text(),
                    block.rows(),
                    row.version(),
                    printed(block.lines()),
                    height(block.text()),
                    block.kind() == Block.Kind.TABLE || !block.text().isEmpty() ? "" : teaches,
                    i == 0,
                    i == rows.size() - 1));
        }
        return views;
    }

    private static SignaturePart signature(AgencyOnDay agency, DraftHead head, Text t) {
        var signature = head.signature();
        String capacity = signature == null || signature.capacity() == null ? "" : signature.capacity();
        var capacities = new ArrayList<Choice>();
        capacities.add(new Choice(
                SignatureEditing.BY_OFFICE, t.of("document.drafting.signature.byOffice"), signature == null));
        capacities.add(new Choice(
                SignatureEditing.NONE,
                t.of("document.drafting.signature.none"),
                signature != null && capacity.isEmpty()));
        for (String one : SignatureEditing.CAPACITIES)
            capacities.add(new Choice(one, t.of("document.drafting.signature." + one), one.equals(capacity)));
        var signers = new ArrayList<Choice>();
        boolean found = false;
        for (var office : SignatureEditing.signers(agency)) {
            boolean chosen = !found && signature != null && office.personName().equals(signature.name());
            found |= chosen;
            signers.add(new Choice(office.person().toString(), office.personName() + " – " + office.title(), chosen));
        }
        signers.addFirst(new Choice("", t.of("document.drafting.signature.asPrinted"), !found));
        return new SignaturePart(
                SignatureEditing.printed(signature).lines().toList(), head.signatureMark(), capacities, signers);
    }

    private static String number(AdministrativeDocument content, Text t) {
        return content.number() == null
                ? t.of("document.drafting.number.atIssue")
                : t.of("document.drafting.number.inText", content.number());
    }

    /** "tháng 4 năm 2024" as far as the draft says it. */
    private static String date(@Nullable PartialDate date, Text t) {
        if (date == null || date.year() == null) return t.of("document.drafting.date.atIssue");
        String year = String.valueOf(date.year());
        if (date.month() == null) return t.of("document.drafting.date.year", year);
        String month = date.month() < 3 ? "0" + date.month() : String.valueOf(date.month());
        return date.day() == null
                ? t.of("document.drafting.date.month", month, year)
                : t.of("document.drafting.date.day", "%02d".formatted(date.day()), month, year);
    }

    /** "3-4", for the highlight in the source; empty without a place in one. */
    public static String printed(@Nullable Lines lines) {
        return lines == null ? "" : lines.from() + "-" + lines.to();
    }

    /** How many lines of a text field a text takes, at some 80 characters a line. */
    public static int height(String text) {
        int lines = text.lines().mapToInt(line -> line.length() / 80 + 1).sum();
        return Math.clamp(lines, 1, 20);
    }
}
