package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.Say.error;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.checking.LayoutFacts.Origin;
import vn.binhdang.document.checking.Reference.Limit;

/** The page (annex I, part I and part II.6), as far as the file shows it. Limits are data, with the day they hold from. */
final class LayoutRules {
    /** Files round to points or twentieths of them; a deviation below this is not one. */
    private static final double ROUNDING_MM = 0.6;

    private static final double ROUNDING_PT = 0.3;

    private LayoutRules() {}

    /** Annex I part I.1: A4. Upright or landscape is free, for wide tables. */
    static Stream<Finding> paper(CheckedDocument checked) {
        LayoutFacts layout = checked.layout();
        if (layout == null) return Stream.empty();
        boolean wrong = outside(checked, "page.short", layout.sides().getFirst(), ROUNDING_MM)
                || outside(checked, "page.long", layout.sides().getLast(), ROUNDING_MM);
        return wrong
                ? Stream.of(error("paperNotA4", null, printed(layout.widthMm()), printed(layout.heightMm())))
                : Stream.empty();
    }

    /** Annex I part I.3: 20 to 25 mm above. */
    static Stream<Finding> topMargin(CheckedDocument checked) {
        return checked.layout() == null
                ? Stream.empty()
                : margin(checked, "top", checked.layout().topMm(), false);
    }

    /** Annex I part I.3: 20 to 25 mm below. */
    static Stream<Finding> bottomMargin(CheckedDocument checked) {
        return checked.layout() == null
                ? Stream.empty()
                : margin(checked, "bottom", checked.layout().bottomMm(), false);
    }

    /** Annex I part I.3: 30 to 35 mm to the left, where the file is bound. */
    static Stream<Finding> leftMargin(CheckedDocument checked) {
        return checked.layout() == null
                ? Stream.empty()
                : margin(checked, "left", checked.layout().leftMm(), true);
    }

    /** Annex I part I.3: 15 to 20 mm to the right. */
    static Stream<Finding> rightMargin(CheckedDocument checked) {
        return checked.layout() == null
                ? Stream.empty()
                : margin(checked, "right", checked.layout().rightMm(), false);
    }

    /** Annex I part I.4: Times New Roman; its free metric twins stand for it in files that embed their fonts. */
    static Stream<Finding> font(CheckedDocument checked) {
        LayoutFacts layout = checked.layout();
        return layout == null
                        || layout.bodyFont() == null
                        || checked.reference().allowsFont(layout.bodyFont(), checked.lawDay())
                ? Stream.empty()
                : Stream.of(error("fontWrong", null, layout.bodyFont()));
    }

    /** Annex I part II.6: the text is set in 13 or 14 points. */
    static Stream<Finding> size(CheckedDocument checked) {
        LayoutFacts layout = checked.layout();
        return layout == null
                        || layout.bodySizePt() == null
                        || !outside(checked, "body.size", layout.bodySizePt(), ROUNDING_PT)
                ? Stream.empty()
                : Stream.of(error("sizeWrong", null, printed(layout.bodySizePt())));
    }

    /** Annex I part I.7: pages are numbered from 1, but page 1 does not show it. */
    static Stream<Finding> pageNumber(CheckedDocument checked) {
        LayoutFacts layout = checked.layout();
        return layout != null && Boolean.TRUE.equals(layout.firstPageNumbered())
                ? Stream.of(error("pageNumberOnFirst", null))
                : Stream.empty();
    }

    /**
     * The part comes last in the code, so that the sentence need not be put together of pieces.
     *
     * @param exact the text really begins at this margin, also where it was measured
     */
    private static Stream<Finding> margin(
            CheckedDocument checked, String part, @Nullable Double actual, boolean exact) {
        var limit = checked.reference().limit("margin." + part, checked.lawDay());
        if (actual == null || limit.isEmpty() || checked.layout() == null) return Stream.empty();
        boolean small = actual < limit.get().least() - ROUNDING_MM;
        boolean large = actual > limit.get().most() + ROUNDING_MM
                && (exact || checked.layout().origin() == Origin.DECLARED);
        return small || large
                ? Stream.of(error(
                        "margin." + part,
                        null,
                        printed(actual),
                        printed(limit.get().least()),
                        printed(limit.get().most())))
                : Stream.empty();
    }

    private static boolean outside(CheckedDocument checked, String part, double actual, double rounding) {
        return checked.reference()
                .limit(part, checked.lawDay())
                .filter(limit -> isOutside(limit, actual, rounding))
                .isPresent();
    }

    private static boolean isOutside(Limit limit, double actual, double rounding) {
        return actual < limit.least() - rounding || actual > limit.most() + rounding;
    }

    /** One decimal, none where it is 0: "12.7", "25". */
    private static String printed(double measure) {
        return BigDecimal.valueOf(measure)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
