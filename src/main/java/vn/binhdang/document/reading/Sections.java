package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.binhdang.document.Section;

/** Which numbered paragraphs are headings: those that have something below them, and titles without an end mark. */
final class Sections {
    /** A title is seldom longer; a longer line without anything below it is a sentence. */
    private static final int LONGEST_TITLE = 200;

    private Sections() {}

    static List<Section> of(Node root) {
        var sections = new ArrayList<Section>();
        collect(root, sections);
        return sections;
    }

    private static void collect(Node parent, List<Section> sections) {
        for (var node : parent.children()) {
            if (!isHeading(node, parent)) {
                collect(node, sections);
                continue;
            }
            var below = new ArrayList<Section>();
            collect(node, below);
            var marker = node.marker();
            sections.add(new Section(
                    marker == null ? null : marker.printed(),
                    node.text(),
                    below,
                    node.paragraph().lines()));
        }
    }

    static boolean isHeading(Node node, Node parent) {
        var marker = node.marker();
        if (marker == null || !marker.isNumbered() || marker.kind() == Marker.Kind.PARENTHESIS) return false;
        // an article of a decision is what it decides; only one with a title of its own is a heading
        if (marker.style().equals(Marker.ARTICLE))
            return hasContent(node) && isTitle(node) && !node.paragraph().introduces();
        if (marker.kind() == Marker.Kind.ROMAN || marker.kind() == Marker.Kind.UPPER_LETTER)
            return !node.text().isEmpty();
        if (isSentence(node)) return false;
        if (hasContent(node)) return true;
        if (isInline(node.text())) return !Actions.isAction(node) && siblingIsTitled(parent, node);
        return isTitle(node) && !Actions.isAction(node);
    }

    private static boolean hasContent(Node node) {
        for (var child : node.children()) if (!Attributes.saysMore(child.lower())) return true;
        return false;
    }

    /** Ends as a sentence does: "1. Các cơ quan, đơn vị xây dựng kế hoạch …;". A colon or nothing ends a heading. */
    private static boolean isSentence(Node node) {
        var text = node.text();
        if (text.isEmpty() || text.endsWith(":") || !Words.isClosed(text) || isInline(text)) return false;
        if (text.endsWith(";")) return true;
        // a heading with a full stop after it: bold, or short and telling nobody to do anything
        if (hasContent(node) && (node.paragraph().bold() || text.length() < LONGEST_TITLE * 3 / 4 && !isCharged(node)))
            return false;
        return text.length() > LONGEST_TITLE / 2 || Actions.isAction(node);
    }

    private static boolean isCharged(Node node) {
        return UnitReader.subject(node.text(), node.lower()) instanceof UnitReader.Subject subject && subject.acts();
    }

    private static boolean isTitle(Node node) {
        var text = node.text();
        return !text.isEmpty()
                && text.length() <= LONGEST_TITLE
                && (!Words.isClosed(text)
                        || text.endsWith(":")
                        || node.paragraph().bold());
    }

    /** "2. Thời gian thực hiện: từ tháng 10/2025 đến …": the heading and its content in one line. */
    private static boolean isInline(String text) {
        int colon = text.indexOf(": ");
        return colon > 0 && colon < 120;
    }

    /** An item with its content behind a colon is a heading where others of its row are titles. */
    private static boolean siblingIsTitled(Node parent, Node node) {
        return node.marker() instanceof Marker marker
                && parent.titledStyles(Sections::titledStyles).contains(marker.style());
    }

    private static Set<String> titledStyles(Node parent) {
        var styles = new HashSet<String>();
        for (var child : parent.children())
            if (child.marker() instanceof Marker marker
                    && !isInline(child.text())
                    && !isSentence(child)
                    && (hasContent(child) || isTitle(child))) styles.add(marker.style());
        return styles;
    }
}
