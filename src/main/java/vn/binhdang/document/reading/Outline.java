package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree that the numbers of the paragraphs make. A number of a style that is open is a sibling of it; another stands
 * below the paragraph that announces it with a colon, else where its rank puts it. So a Roman number twice, a skipped
 * number or a 1.1 below a missing 1 do no harm: numbers are never checked against each other.
 */
final class Outline {
    /** Below stars, above dashes: "Lưu ý:", "… thực hiện các hoạt động sau:". */
    static final int INTRODUCTION = 46;

    /** Text without a number: below whatever heading is open. */
    private static final int TEXT = 90;

    private final Node root = new Node(null, -1);
    private final List<Node> open = new ArrayList<>(List.of(root));

    static Node of(List<Paragraph> paragraphs) {
        var outline = new Outline();
        for (var paragraph : paragraphs) outline.add(paragraph);
        return outline.root;
    }

    private void add(Paragraph paragraph) {
        var marker = paragraph.marker();
        if (marker == null) addUnnumbered(paragraph);
        else {
            int depth = depthOf(marker);
            closeTo(depth);
            push(new Node(paragraph, marker.rank()));
        }
    }

    private int depthOf(Marker marker) {
        for (int i = open.size() - 1; i > 0; i--)
            if (open.get(i).marker() instanceof Marker other && other.style().equals(marker.style())) return i;
        var last = open.getLast();
        // "a) … như sau:" / "1. …": announced with a colon, so below it although its rank is higher
        boolean announced = !last.isRoot() && last.paragraph().introduces() && marker.rank() > 6 && last.rank() > 10;
        if (announced && !hasOpen(marker)) return open.size();
        int depth = open.size();
        while (depth > 1 && open.get(depth - 1).rank() >= marker.rank()) depth--;
        return depth;
    }

    private boolean hasOpen(Marker marker) {
        for (var node : open) if (node.marker() instanceof Marker other && other.kind() == marker.kind()) return true;
        return false;
    }

    private void addUnnumbered(Paragraph paragraph) {
        if (paragraph.introduces() && !Attributes.isAttribute(paragraph.lower())) {
            int depth = open.size();
            while (depth > 1 && open.get(depth - 1).rank() >= INTRODUCTION) depth--;
            closeTo(depth);
            push(new Node(paragraph, INTRODUCTION));
            return;
        }
        int depth = open.size();
        // a sentence is no child of another sentence: it stands beside it, below their common heading
        while (depth > 1 && !mayHold(open.get(depth - 1))) depth--;
        open.get(depth - 1).children().add(new Node(paragraph, TEXT));
    }

    private static boolean mayHold(Node node) {
        return node.rank() < INTRODUCTION
                && (node.rank() < 7
                        || !node.children().isEmpty()
                        || !Words.isClosed(node.text())
                        || node.text().endsWith(":"));
    }

    private void closeTo(int depth) {
        while (open.size() > depth) open.removeLast();
    }

    private void push(Node node) {
        open.getLast().children().add(node);
        open.add(node);
    }
}
