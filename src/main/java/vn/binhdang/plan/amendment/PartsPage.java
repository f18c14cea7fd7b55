package vn.binhdang.plan.amendment;

import java.util.List;

/**
 * The purposes, targets and annex rows of a plan, to choose what a draft amendment makes of them.
 *
 * @param search words that were looked for
 * @param found how many parts there are, in words
 */
public record PartsPage(
        String address,
        String back,
        String subject,
        String search,
        String found,
        List<Group> groups,
        String firstHref,
        String nextHref) {

    /**
     * What stands under one heading or in one table.
     * @param place "I.1 Mục đích"
     * @param columns of a table; empty for paragraphs
     * @param addHref adds one at the end of the group, whichever of its pages this is
     */
    public record Group(String kind, String place, List<String> columns, List<Row> rows, String addHref, String add) {}

    /** @param chosen what this amendment does to it already, in words; empty when nothing */
    public record Row(String name, String text, List<String> cells, String href, String chosen) {}
}
