package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.util.Optional;

/** Figures that a rule compares with and that stand elsewhere: in other forms of the unit, in periods before. */
public interface Outside {
    /** Knows nothing: rules that compare with something elsewhere say nothing then. */
    Outside NOTHING = (_, _, _) -> Optional.empty();

    /**
     * @param back how many periods before the one that is filled in; 0 for the same
     * @return empty where nothing stands
     */
    Optional<BigDecimal> value(String element, String combination, int back);
}
