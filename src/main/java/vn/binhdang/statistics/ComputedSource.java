package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import vn.binhdang.kernel.UnitId;

/**
 * A part of the product that knows some figures, so that nobody types them: an element names it by a word. The unit confirms
 * what it says, or writes another figure and why. Whoever knows the figures implements it; statistics knows none of them.
 */
public interface ComputedSource {
    /** What it knows: {@code stat_element.computed_by}. */
    Set<String> words();

    /** Message key of where the figures come from and what counts; {0} is the day, {1} the first day of the window. */
    String messageKey();

    /** @param combination categories in the order of the element's dimensions; empty for the total */
    record Figure(String word, String combination) {}

    /**
     * @param day the last day of the window on which the units existed, or today while the window is still running
     */
    record Question(Collection<UnitId> units, Window window, LocalDate day, Collection<Figure> asked) {}

    /**
     * As few statements for thousands of units as for one.
     * @return what is not known is left out: that nothing was found need not mean that there is nothing, and of a unit that
     *     does not exist on the day nothing is known
     */
    Map<UnitId, Map<Figure, Long>> values(Question question);
}
