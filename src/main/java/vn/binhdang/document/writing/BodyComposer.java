package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.writing.Piece.Paragraph;
import vn.binhdang.document.writing.Piece.Run;

/** The text of a document or of an annex: numbering and headings of section II.6 of annex I to the decree. */
final class BodyComposer {
    /** From the outermost inwards; what stands further back lies deeper in the outline. */
    private static final List<String> DIVISIONS = List.of("phần", "chương", "mục", "tiểu mục", "điều");

    private static final String ARTICLE = "điều";

    private final double widthMm;
    private final OutlineLevels levels;
    private final List<Piece> pieces = new ArrayList<>();

    private BodyComposer(int titleLevel, double widthMm) {
        this.widthMm = widthMm;
        this.levels = new OutlineLevels(titleLevel);
    }

    /** @param titleLevel level of the title above the text in the outline, 0 when there is none */
    static List<Piece> compose(List<Block> blocks, int titleLevel, double widthMm) {
        var composer = new BodyComposer(titleLevel, widthMm);
        blocks.forEach(composer::add);
        return composer.pieces;
    }

    private void add(Block block) {
        switch (block.kind()) {
            case DIVISION -> addDivision(block);
            case SECTION -> addHeading(PartStyle.SECTION, PrintedText.upper(numbered(block)), DIVISIONS.size());
            // "2. Các đơn vị thực hiện các nội dung sau:" has items below it but is no title: upright, says the decree
            case HEADING ->
                addHeading(
                        isTitle(block.text()) ? PartStyle.HEADING : PartStyle.BODY,
                        numbered(block),
                        DIVISIONS.size() + depth(block.number()));
            case ITEM, PARAGRAPH -> addText(block);
            case TABLE -> {
                // a table of nothing would not open in Word
                if (block.rows().stream().anyMatch(row -> !row.isEmpty()))
                    pieces.add(GridComposer.compose(block.rows(), widthMm));
            }
        }
    }

    private void addHeading(PartStyle style, String text, int rank) {
        pieces.add(Paragraph.of(style, text).heading(levels.enter(rank)).keepingNext());
    }

    private void addDivision(Block block) {
        var number = block.number() == null ? "" : block.number();
        var word = number.toLowerCase(Locale.ROOT);
        if (word.startsWith(ARTICLE)) {
            addArticle(block, number);
            return;
        }
        int rank = rank(word);
        if (!number.isEmpty()) addHeading(PartStyle.DIVISION_NUMBER, number, rank);
        if (block.text().isBlank()) return;
        var title = Balance.paragraph(PartStyle.DIVISION_TITLE, PrintedText.upper(block.text()), widthMm);
        pieces.add(number.isEmpty() ? title.heading(levels.enter(rank)) : title);
    }

    private static int rank(String word) {
        for (int rank = 0; rank < DIVISIONS.size(); rank++) if (word.startsWith(DIVISIONS.get(rank))) return rank;
        return 0;
    }

    private void addArticle(Block block, String number) {
        if (isTitle(block.text())) addHeading(PartStyle.ARTICLE_TITLE, numbered(block), DIVISIONS.indexOf(ARTICLE));
        else
            pieces.add(Paragraph.of(
                    PartStyle.ARTICLE, List.of(new Run(number + " ", true), new Run(block.text(), false))));
    }

    /** A decision's article is a sentence and ends like one; a title does not. */
    private static boolean isTitle(String text) {
        return !text.matches("(?s).*[.;:]\\s*");
    }

    private void addText(Block block) {
        var text = numbered(block);
        // "QUYẾT ĐỊNH:" between the căn cứ and the articles
        boolean announced =
                block.kind() == Block.Kind.PARAGRAPH && text.endsWith(":") && text.equals(PrintedText.upper(text));
        var paragraph = Paragraph.of(announced ? PartStyle.ANNOUNCEMENT : PartStyle.BODY, text);
        // "… như sau:" at the foot of a page announces what the reader does not see
        pieces.add(block.text().endsWith(":") ? paragraph.keepingNext() : paragraph);
    }

    private static String numbered(Block block) {
        var number = block.number();
        if (number == null || number.isEmpty()) return block.text();
        return block.text().isEmpty() ? number : number + " " + block.text();
    }

    /** "1." is 1, "1.1." is 2, "1.1.1." is 3; a letter lies below all of them. */
    private static int depth(@Nullable String number) {
        if (number == null || number.isEmpty()) return 1;
        if (!Character.isDigit(number.charAt(0))) return 9;
        return (int) number.replaceFirst("[.)/]+$", "")
                        .chars()
                        .filter(c -> c == '.')
                        .count()
                + 1;
    }
}
