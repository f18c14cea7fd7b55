package vn.binhdang.execution.initiative;

import java.util.List;

/**
 * @param days first and last day of the period
 * @param fileHref address of the table as Excel
 */
public record Pl8Page(String year, List<Period> periods, String days, String fileHref, List<Line> lines) {
    public record Period(String id, String label, boolean chosen) {}

    public record Line(String name, String start, String unit, String scope, String result, String spread) {}
}
