package vn.binhdang.document.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recorded powers to sign, and the form with which the head records one.
 *
 * @param people who may be given one; empty for a visitor who may not record
 * @param problem message key of what was wrong with the last try
 */
public record DelegationsPage(
        List<Line> lines, List<Choice> people, @Nullable String problem, DelegationForm form, boolean done) {

    /** @param lastDay dd/mm/yyyy; empty without an end
     * @param holds whether it can be used today */
    public record Line(
            String capacity, String to, String scope, String reference, String from, String lastDay, boolean holds) {}

    public record Choice(String id, String label) {}
}
