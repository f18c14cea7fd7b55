package vn.binhdang.statistics.exchange.format;

import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Window;

/**
 * One value that a dimension can take.
 *
 * @param code as the product knows it: a unit's code, an element's, 2024S1
 * @param parent code of the category it is a part of; totals have none
 * @param window the days, of a category of time only
 * @param measure the unit of measure, of a category of the metric dimension only
 */
public record Category(
        String code,
        Label label,
        @Nullable String parent,
        @Nullable Window window,
        @Nullable Measure measure) {

    public Category {
        code = Texts.clean(code);
        if (code.isEmpty()) throw new IllegalArgumentException("a category without code: " + label.vi());
        if (parent != null && parent.equals(code)) throw new IllegalArgumentException("its own parent: " + code);
    }

    public static Category of(String code, Label label) {
        return new Category(code, label, null, null, null);
    }

    public static Category below(String parent, String code, Label label) {
        return new Category(code, label, parent, null, null);
    }

    public static Category measured(String code, Label label, Measure measure) {
        return new Category(code, label, null, null, measure);
    }

    public static Category period(String code, Label label, Window window) {
        return new Category(code, label, null, window, null);
    }

    /** The code as SDMX may spell it, see {@link SdmxIds#code}. */
    String sdmx() {
        return SdmxIds.code(code);
    }

    Window days() {
        if (window == null) throw new IllegalStateException("not a period: " + code);
        return window;
    }
}
