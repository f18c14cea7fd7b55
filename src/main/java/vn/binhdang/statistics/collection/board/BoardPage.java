package vn.binhdang.statistics.collection.board;

import java.util.List;

/**
 * The board as it is printed.
 * @param query form, period and unit as parts of an address, for links and hidden fields
 * @param quiet why nobody is urged today; empty on working days, and where nobody is to be urged
 * @param workbookHref where figures of several units are entered with one workbook; empty where that is not possible
 * @param choose false when there is no form yet: then nothing else is shown
 */
public record BoardPage(
        boolean choose,
        String saved,
        String problem,
        List<Choice> forms,
        List<Choice> periods,
        Asked query,
        String unit,
        String lead,
        List<Crumb> crumbs,
        List<Crumb> forerunners,
        List<Figure> figures,
        String handedIn,
        int expected,
        int done,
        List<Level> levels,
        String words,
        List<Choice> filters,
        boolean filtered,
        String found,
        List<Row> rows,
        boolean mayUrge,
        String quiet,
        int open,
        int lateOpen,
        String next,
        String exportHref,
        String workbookHref,
        String logHref) {

    public record Choice(String value, String label, boolean chosen) {}

    public record Asked(String form, String period, String unit, String filter) {}

    public record Crumb(String href, String name) {}

    public record Figure(String number, String label, String mark, String href) {}

    /** @param share "87/99" */
    public record Level(
            String name, String href, String share, int expected, int done, String rest, int late, String lateWords) {}

    /**
     * @param box id of the unit where it can be ticked for urging; empty when there is nothing to urge
     * @param href of the submission, or empty
     */
    public record Row(
            String box,
            String unit,
            String place,
            String href,
            String standing,
            String mark,
            String amending,
            boolean late,
            String due,
            String sent,
            String urged) {}
}
