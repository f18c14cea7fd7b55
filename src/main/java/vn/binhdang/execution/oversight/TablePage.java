package vn.binhdang.execution.oversight;

import java.util.List;

/**
 * @param days first and last day of the period
 * @param fileHref address of the table as Excel
 */
public record TablePage(
        String year,
        List<MissionPage.Choice> periods,
        String days,
        String fileHref,
        List<Line> lines,
        int findings,
        int recommendations,
        int done) {
    public record Line(
            String kind,
            String body,
            String subject,
            String unit,
            String day,
            int findings,
            int recommendations,
            int done) {}
}
