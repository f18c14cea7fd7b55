package vn.binhdang.document.reading.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The numbers and dashes that a browser draws before the items of lists. */
final class HtmlLists {
    private static final class HtmlList {
        final boolean ordered;
        final String format;
        int next;

        HtmlList(boolean ordered, String format, int next) {
            this.ordered = ordered;
            this.format = format;
            this.next = next;
        }
    }

    private final Deque<HtmlList> open = new ArrayDeque<>();

    void open(Element list) {
        open.push(new HtmlList(list.normalName().equals("ol"), format(list), number(list.attr("start"), 1)));
    }

    void close() {
        open.poll();
    }

    /** With a space after it; empty for an item without a list or of a list without marks. */
    String label(Element item) {
        HtmlList list = open.peek();
        if (list == null || list.format.equals("none")) return "";
        if (!list.ordered) return "- ";
        int number = number(item.attr("value"), list.next);
        list.next = number + 1;
        return NumberFormat.print(list.format, number) + ". ";
    }

    private static String format(Element list) {
        String style = list.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (style.contains("list-style:none") || style.contains("list-style-type:none")) return "none";
        if (style.contains("upper-roman")) return "upperRoman";
        if (style.contains("lower-roman")) return "lowerRoman";
        if (style.contains("upper-alpha") || style.contains("upper-latin")) return "upperLetter";
        if (style.contains("lower-alpha") || style.contains("lower-latin")) return "lowerLetter";
        return switch (list.attr("type")) {
            case "I" -> "upperRoman";
            case "i" -> "lowerRoman";
            case "A" -> "upperLetter";
            case "a" -> "lowerLetter";
            default -> "decimal";
        };
    }

    private static int number(String attribute, int otherwise) {
        try {
            return Integer.parseInt(attribute.strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
