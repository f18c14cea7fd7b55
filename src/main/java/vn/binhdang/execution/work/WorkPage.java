package vn.binhdang.execution.work;

import java.util.List;

/**
 * Tasks of all running plans, ready to print.
 * @param found how many, in words
 * @param unitUnknown why the unit that was typed is not known; empty when it is
 */
public record WorkPage(
        String words,
        String unit,
        String unitUnknown,
        List<Choice> shows,
        String found,
        List<Line> lines,
        String firstHref,
        String nextHref) {

    public record Choice(String value, String word, boolean chosen) {}

    /** @param leadHref the page of the leading unit; empty where no unit is known */
    public record Line(
            String href,
            String title,
            String planHref,
            String plan,
            String lead,
            String leadHref,
            String due,
            String urgency,
            String urgencyWord,
            String stateMark,
            String stateWord,
            String share) {}
}
