package vn.binhdang.plan.cascade;

import java.util.List;

/**
 * How far the addressees have come.
 * @param own whether the reader's agency passed it down; else it is one further down
 * @param above where the reader came from when it is one further down; empty else
 * @param stateMark style of the state
 * @param whole how the whole tree below stands, in words; empty when nobody passed on
 * @param next address of the following page; empty on the last
 */
public record CascadePage(
        String address,
        String title,
        String lead,
        boolean own,
        String planHref,
        String stateMark,
        String stateWord,
        boolean running,
        boolean stopped,
        boolean recalled,
        int done,
        int total,
        String progress,
        List<Figure> figures,
        String whole,
        int untaken,
        List<Clause> clauses,
        String words,
        List<Choice> stages,
        boolean filtered,
        String found,
        List<Row> rows,
        String next,
        boolean mayRecall,
        boolean mayResume) {

    public record Figure(String mark, String number, String label, String href) {}

    /**
     * @param nobody nobody has taken it up yet
     * @param amended what an amendment did to it since it was passed down, in words; empty when none did
     */
    public record Clause(String number, String text, String taken, boolean nobody, String amended) {}

    public record Choice(String value, String label, boolean chosen) {}

    /**
     * @param late the day to answer by is over and no plan was issued
     * @param below how it passed the plan on itself, in words; empty when it did not
     */
    public record Row(
            String name,
            String place,
            String stageMark,
            String stage,
            boolean late,
            String given,
            String confirmed,
            String issued,
            String started,
            String reported,
            String note,
            String below,
            String belowHref) {}
}
