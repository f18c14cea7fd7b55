package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A paragraph in its place in the outline, with what stands below it. The root has no paragraph. */
final class Node {
    private final @Nullable Paragraph paragraph;
    private final int rank;
    private final List<Node> children = new ArrayList<>();
    private @Nullable Set<String> titledStyles;
    private @Nullable Boolean acts;

    Node(@Nullable Paragraph paragraph, int rank) {
        this.paragraph = paragraph;
        this.rank = rank;
    }

    Paragraph paragraph() {
        if (paragraph == null) throw new IllegalStateException("the root of an outline has no paragraph");
        return paragraph;
    }

    boolean isRoot() {
        return paragraph == null;
    }

    int rank() {
        return rank;
    }

    List<Node> children() {
        return children;
    }

    @Nullable
    Marker marker() {
        return paragraph == null ? null : paragraph.marker();
    }

    String text() {
        return paragraph == null ? "" : paragraph.text();
    }

    String lower() {
        return paragraph == null ? "" : paragraph.lower();
    }

    boolean isNumbered() {
        return marker() instanceof Marker marker && marker.isNumbered();
    }

    /** Whether it orders something, worked out once by {@code of}: several readers ask. */
    boolean acts(Predicate<Node> of) {
        if (acts == null) acts = of.test(this);
        return acts;
    }

    /** Styles of numbers that mark titles among the children, worked out once by {@code of}. */
    Set<String> titledStyles(Function<Node, Set<String>> of) {
        if (titledStyles == null) titledStyles = of.apply(this);
        return titledStyles;
    }

    /** An unnumbered sentence that ends with a colon and has items below it. */
    boolean isIntroduction() {
        return paragraph != null && marker() == null && rank == Outline.INTRODUCTION;
    }
}
