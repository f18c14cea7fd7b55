package vn.binhdang.document.reading.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.binhdang.document.UnreadableDocument;

/**
 * Turns a page into lines as a browser would break them: a block is a paragraph, {@code <br>} a line within one. Numbers
 * of lists are counted, since a page does not hold them; Word's own pages do, as text that older browsers skip.
 */
final class HtmlBody {
    private static final Set<String> NOT_TEXT =
            Set.of("script", "style", "head", "title", "template", "noscript", "del", "select", "button", "textarea");

    /** How deep an inherited look reaches; what pages nest deeper has no more looks to add. */
    private static final int PLAIN_DEPTH = 400;

    /** What an element hands down to the text in it. */
    private record Look(boolean bold, boolean italic, boolean centred, boolean capitals, boolean preformatted) {
        static final Look PLAIN = new Look(false, false, false, false, false);
    }

    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient UnreadableDocument why;

        Stopped(UnreadableDocument why) {
            super(why);
            this.why = why;
        }

        UnreadableDocument why() {
            return why;
        }
    }

    private final LineCollector lines;
    private final HtmlTables tables = new HtmlTables();
    private final HtmlLists lists = new HtmlLists();
    private final Deque<Look> looks = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean letters;
    private boolean allBold = true;
    private boolean allItalic = true;
    private boolean centred;
    private boolean broken;
    private boolean isEmptySoFar;
    private int hiddenFrom = Integer.MAX_VALUE;

    HtmlBody(LineCollector lines) {
        this.lines = lines;
    }

    void head(Node node, int depth) {
        if (depth > hiddenFrom) return;
        if (node instanceof TextNode words) {
            append(words.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) return;
        String tag = element.normalName();
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (isHidden(element, tag, style)) {
            hiddenFrom = depth;
            return;
        }
        if (isParagraph(element, tag)) endParagraph();
        if (tag.equals("p")) isEmptySoFar = true;
        looks.push(looks.size() > PLAIN_DEPTH ? look() : inherit(look(), element, tag, style));
        switch (tag) {
            case "br" -> breakLine();
            case "table" -> tables.table();
            case "tr" -> tables.row();
            case "td", "th" -> tables.cell(element);
            case "ol", "ul", "menu" -> lists.open(element);
            case "li" -> text.append(lists.label(element));
            default -> {}
        }
    }

    void tail(Node node, int depth) {
        if (depth > hiddenFrom || !(node instanceof Element element)) return;
        if (depth == hiddenFrom) {
            hiddenFrom = Integer.MAX_VALUE;
            return;
        }
        String tag = element.normalName();
        if (tag.equals("p") && isEmptySoFar) add("");
        if (isParagraph(element, tag)) endParagraph();
        looks.pop();
        switch (tag) {
            case "table" -> tables.endTable();
            case "td", "th" -> tables.endCell();
            case "ol", "ul", "menu" -> lists.close();
            default -> {}
        }
    }

    void end() {
        endParagraph();
    }

    /** The library counts a line break among the blocks. */
    private static boolean isParagraph(Element element, String tag) {
        return element.isBlock() && !tag.equals("br") || tag.equals("td") || tag.equals("th");
    }

    private Look look() {
        Look look = looks.peek();
        return look == null ? Look.PLAIN : look;
    }

    private static boolean isHidden(Element element, String tag, String style) {
        return NOT_TEXT.contains(tag)
                || style.contains("display:none")
                || style.contains("mso-hide:all")
                || style.contains("mso-element:footnote-list")
                || style.contains("mso-element:header")
                || style.contains("mso-element:footer")
                || style.contains("mso-footnote-id")
                || element.className().contains("MsoFootnoteReference");
    }

    private static Look inherit(Look from, Element element, String tag, String style) {
        boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
        String align = element.attr("align").toLowerCase(Locale.ROOT);
        return new Look(
                on(
                        from.bold,
                        heading || tag.equals("b") || tag.equals("strong") || tag.equals("th"),
                        style,
                        "font-weight:"),
                on(from.italic, tag.equals("i") || tag.equals("em"), style, "font-style:"),
                centred(from.centred, tag, align, style),
                on(from.capitals, false, style, "text-transform:"),
                from.preformatted || tag.equals("pre"));
    }

    private static boolean on(boolean inherited, boolean byTag, String style, String property) {
        int at = style.lastIndexOf(property);
        if (at < 0) return inherited || byTag;
        String value = style.substring(at + property.length());
        return value.startsWith("bold")
                || value.startsWith("italic")
                || value.startsWith("oblique")
                || value.startsWith("uppercase")
                || value.length() >= 3 && value.charAt(0) >= '6' && value.charAt(0) <= '9' && value.startsWith("00", 1);
    }

    private static boolean centred(boolean inherited, String tag, String align, String style) {
        int at = style.lastIndexOf("text-align:");
        if (at >= 0) return style.startsWith("center", at + "text-align:".length());
        if (!align.isEmpty()) return align.equals("center");
        return inherited || tag.equals("center");
    }

    private void append(String words) {
        if (words.isBlank() && text.isEmpty()) return;
        isEmptySoFar = false;
        Look look = look();
        String shown = look.capitals() ? words.toUpperCase(Locale.ROOT) : words;
        if (look.preformatted()) appendPreformatted(shown);
        else collapse(shown);
        if (words.chars().anyMatch(Character::isLetter)) {
            letters = true;
            allBold &= look.bold();
            allItalic &= look.italic();
        }
        centred |= look.centred();
    }

    private void appendPreformatted(String words) {
        int from = 0;
        for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
            text.append(words, from, end);
            breakLine();
            from = end + 1;
        }
        text.append(words, from, words.length());
    }

    /** Runs of spaces and line ends are one space in a page; non-breaking spaces are not among them. */
    private void collapse(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space) text.append(c);
            else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') text.append(' ');
        }
    }

    /** Two breaks in a row are an empty line, with which pages without paragraphs part them. */
    private void breakLine() {
        broken = true;
        if (!text.toString().isBlank()) flush();
        else if (tables.cell() == null) addEmpty();
    }

    private void addEmpty() {
        try {
            lines.addTextLine("");
        } catch (UnreadableDocument tooMuch) {
            throw new Stopped(tooMuch);
        }
    }

    private void endParagraph() {
        flush();
        broken = false;
    }

    private void flush() {
        String line = text.toString();
        text.setLength(0);
        if (!line.isBlank()) add(line);
        letters = false;
        allBold = true;
        allItalic = true;
        centred = false;
    }

    private void add(String line) {
        try {
            lines.addVisible(
                    line,
                    new LineCollector.Look(
                            letters && allBold, letters && allItalic, centred, tables.cell(), null, !broken));
        } catch (UnreadableDocument tooMuch) {
            throw new Stopped(tooMuch);
        }
    }
}
