package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Map;
import vn.binhdang.plan.drafting.PlanEditPage.TaskView;

/**
 * One task on a page of its own: every choice to be clicked, for those who work without scripts or by keyboard.
 * @param task with what was typed, also where it could not be stored
 * @param leads the units that may lead it
 * @param coordinating the units that may coordinate
 * @param others coordinating bodies that are no units of the agency
 * @param mistakes message per field, ready to print
 */
public record TaskPage(
        String address,
        String plan,
        String subject,
        TaskView task,
        List<PlansPage.Choice> leads,
        List<PlansPage.Choice> coordinating,
        String others,
        Map<String, String> mistakes) {
    public boolean wrong(String field) {
        return mistakes.containsKey(field);
    }
}
