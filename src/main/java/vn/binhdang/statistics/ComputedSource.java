package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import vn.binhdang.kernel.UnitId;

/**
 * A part of the product that knows some figures, so that nobody types them: an element names it by a word. The unit confirms
 * what it says, or writes another figure and why.
 */
public interface ComputedSource {
    /** What it knows: {@code stat_element.computed_by}. */
    Set<String> words();

    /** Message key of where the figures come from; {0} is the day. */
    String messageKey();

    /** @param combination categories in the order of the element's dimensions; empty for the total */
    record Figure(String word, String combination) {}

    /**
     * @param day the last day of the window, or today while it is still running
     * @return what is not known is left out
     */
    Map<Figure, Long> values(UnitId unit, LocalDate day, Collection<Figure> asked);
}
