package vn.binhdang.statistics.disclosure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.disclosure.TableCell.Showing;

/**
 * Which counts may not be told, and how wide the doubt must be.
 *
 * @param threshold counts from 1 to this are withheld, for elements marked sensitive
 * @param zeros what happens to zero
 * @param notApplicable what happens to a cell that its unit marked as not applicable; it adds nothing to a sum
 * @param highest how high an outsider must hold a withheld small count possible; more than the threshold, so that
 *     nobody can say of any withheld cell that it is small
 * @param loss what a withheld cell costs
 */
public record Rules(int threshold, Blank zeros, Blank notApplicable, long highest, Loss loss) {

    public enum Blank {
        /** Always shown. Everybody then knows of a withheld cell that it is not this. */
        SHOWN,
        /** Shown, but may be withheld to protect another. */
        MAY_HIDE,
        /** Withheld like a small count. */
        WITHHELD
    }

    public enum Loss {
        /** Each cell costs its count: large figures stay. */
        COUNTS,
        /** Each cell costs the same: as few as possible go. */
        CELLS
    }

    public Rules {
        if (threshold < 1) throw new IllegalArgumentException("threshold below 1");
        if (highest <= threshold) throw new IllegalArgumentException("a doubt that ends at the threshold is none");
    }

    /** Counts 1 to 4; zero is shown but may be withheld to protect another; not applicable is always shown. */
    public static Rules ordinary() {
        return new Rules(4, Blank.MAY_HIDE, Blank.SHOWN, 5, Loss.COUNTS);
    }

    /**
     * The need of a count, empty when it may be known. The lowest value in doubt is 0, so that an outsider cannot even
     * say that there is anybody; only where zeros are always shown it is 1, because everybody knows that.
     */
    Optional<Need> needOf(long value, boolean sensitive) {
        boolean small = value >= 1 && value <= threshold || value == 0 && zeros == Blank.WITHHELD;
        if (!sensitive || !small) return Optional.empty();
        return Optional.of(new Need(Math.max(0, value - floor()), highest - value, 0));
    }

    private long floor() {
        return zeros == Blank.SHOWN ? 1 : 0;
    }

    TableCell cell(String key, @Nullable Long value, boolean sensitive) {
        if (value == null) return notApplicable(key, sensitive);
        long weight = loss == Loss.CELLS ? 1 : Math.max(1, value);
        if (value == 0 && zeros == Blank.SHOWN) return new TableCell(key, 0, weight, 0, Showing.KNOWN, null);
        return new TableCell(
                key,
                value,
                weight,
                floor(),
                Showing.OFFERED,
                needOf(value, sensitive).orElse(null));
    }

    private TableCell notApplicable(String key, boolean sensitive) {
        return switch (notApplicable) {
            case SHOWN -> new TableCell(key, 0, 1, 0, Showing.KNOWN, null);
            case MAY_HIDE -> new TableCell(key, 0, 1, 0, Showing.OFFERED, null);
            case WITHHELD -> new TableCell(key, 0, 1, 0, Showing.OFFERED, sensitive ? new Need(0, highest, 0) : null);
        };
    }
}
