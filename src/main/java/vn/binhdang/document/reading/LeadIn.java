package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;

/**
 * What stands before the first heading and is not a căn cứ: "Sở … xây dựng Kế hoạch với các nội dung như sau:", the first
 * sentence of a letter, "QUYẾT ĐỊNH:". It belongs to the text, else a document written again would lose it.
 */
final class LeadIn {
    private LeadIn() {}

    /** @param bases found in these paragraphs; their text is a part of the paragraph's */
    static List<Block> blocks(List<Paragraph> preamble, List<LegalBasis> bases, List<Block> text) {
        var blocks = new ArrayList<Block>();
        for (var paragraph : preamble) {
            var rest = rest(paragraph, bases);
            var marker = rest.length() == paragraph.text().length() ? paragraph.marker() : null;
            if (rest.isEmpty()) continue;
            var kind = marker == null ? Block.Kind.PARAGRAPH : Block.Kind.ITEM;
            blocks.add(new Block(kind, marker == null ? null : marker.printed(), rest, List.of(), paragraph.lines()));
        }
        blocks.addAll(text);
        return blocks;
    }

    /** "…; Sở Khoa học và Công nghệ xây dựng kế hoạch như sau:": what follows the last basis of the paragraph. */
    private static String rest(Paragraph paragraph, List<LegalBasis> bases) {
        int end = 0;
        for (var basis : bases) {
            if (!paragraph.lines().equals(basis.lines())) continue;
            int at = paragraph
                    .text()
                    .indexOf(basis.text(), Math.max(0, end - basis.text().length()));
            if (at >= 0) end = Math.max(end, at + basis.text().length());
        }
        var rest = paragraph.text().substring(end).strip();
        int from = 0;
        while (end > 0 && from < rest.length() && ";,. :".indexOf(rest.charAt(from)) >= 0) from++;
        return rest.substring(from).strip();
    }
}
