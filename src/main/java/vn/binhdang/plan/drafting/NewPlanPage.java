package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Map;

/**
 * Begins a plan.
 * @param sources the plans that one can be written after, newest first
 * @param afterYear the year typed into the second form
 * @param mistakes message per field, ready to print; those of the second form begin with "after-"
 */
public record NewPlanPage(
        String year, String subject, String afterYear, List<PlansPage.Choice> sources, Map<String, String> mistakes) {
    public boolean wrong(String field) {
        return mistakes.containsKey(field);
    }
}
