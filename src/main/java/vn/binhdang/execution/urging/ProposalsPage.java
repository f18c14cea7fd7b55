package vn.binhdang.execution.urging;

import java.util.List;

/**
 * What the rule found, by addressee.
 * @param status what the last press did; empty on a first look
 * @param rule the rule in words
 * @param quiet why nothing is sent today; empty on a working day
 * @param next address of the next page; empty on the last
 */
public record ProposalsPage(
        List<Tab> tabs,
        String status,
        String rule,
        String quiet,
        int found,
        List<Group> groups,
        String next,
        boolean maySet) {
    public record Group(String key, String unit, String recipient, List<Line> lines) {}

    public record Line(String id, String href, String text, String due, String why, boolean late) {}
}
