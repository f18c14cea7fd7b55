package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.Block;

/**
 * The text between the title and the tail: the address, the căn cứ and the issuing sentence, then the content; where a
 * decision carries a plan, the plan's content is what the document says.
 */
record Body(
        List<String> addressees,
        List<Paragraph> preamble,
        List<Paragraph> main,
        List<Paragraph> carrier,
        List<Block> tables) {

    static Body read(Anatomy anatomy) {
        var paragraphs = ParagraphJoiner.join(Blocks.withoutTables(anatomy.body()));
        List<String> addressees = List.of();
        int from = 0;
        for (int i = 0; i < Math.min(3, paragraphs.size()); i++)
            if (Addressees.opens(paragraphs.get(i).text())) {
                from = Addressees.end(paragraphs, i);
                addressees = Addressees.of(paragraphs.subList(i, from));
                break;
            }
        int content = contentStart(paragraphs, from);
        var preamble = paragraphs.subList(from, content);
        var own = paragraphs.subList(content, paragraphs.size());
        var tables = new ArrayList<>(Blocks.tables(anatomy.body()));
        var attached = anatomy.attached();
        if (attached == null) return new Body(addressees, preamble, own, List.of(), tables);
        var plan = ParagraphJoiner.join(Blocks.withoutTables(attached.body()));
        int planStart = contentStart(plan, 0);
        tables.addAll(Blocks.tables(attached.body()));
        return new Body(
                addressees,
                preamble,
                plan.subList(planStart, plan.size()),
                joined(own, plan.subList(0, planStart)),
                tables);
    }

    /** The carrier's articles, then the content, tables in their places. */
    List<Block> blocks(Node outline) {
        if (carrier.isEmpty()) return Blocks.of(outline, tables);
        var blocks = new ArrayList<>(Blocks.of(Outline.of(carrier), List.of()));
        blocks.addAll(Blocks.of(outline, tables));
        return blocks;
    }

    boolean isEmpty() {
        return preamble.isEmpty() && main.isEmpty() && carrier.isEmpty();
    }

    /** All that is searched for cited documents: from the title to the end of the body, the footnotes, and what annexes are attached to. */
    List<Paragraph> cited(Anatomy anatomy) {
        var all = new ArrayList<>(ParagraphJoiner.join(anatomy.title()));
        all.addAll(preamble);
        all.addAll(carrier);
        if (anatomy.attached() != null)
            all.addAll(ParagraphJoiner.join(anatomy.attached().title()));
        all.addAll(main);
        all.addAll(ParagraphJoiner.join(anatomy.footnotes()));
        all.addAll(ParagraphJoiner.join(AnnexReader.notes(anatomy.annexes())));
        return all;
    }

    private static List<Paragraph> joined(List<Paragraph> a, List<Paragraph> b) {
        var joined = new ArrayList<>(a);
        joined.addAll(b);
        return joined;
    }

    /** The content begins with the first heading, the first Điều, or after "QUYẾT ĐỊNH:". */
    private static int contentStart(List<Paragraph> paragraphs, int from) {
        for (int i = from; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            if (DocumentTypes.named(paragraph.whole()) != null) return i + 1;
            if (paragraph.marker() instanceof Marker marker && marker.isNumbered()) return i;
            if (i > from
                    && !Preamble.isOpening(paragraph.lower())
                    && paragraphs.get(i - 1).introduces()) return i;
        }
        return Math.min(paragraphs.size(), firstWithoutOpening(paragraphs, from));
    }

    private static int firstWithoutOpening(List<Paragraph> paragraphs, int from) {
        int i = from;
        while (i < paragraphs.size() && Preamble.isOpening(paragraphs.get(i).lower())) i++;
        return i;
    }
}
