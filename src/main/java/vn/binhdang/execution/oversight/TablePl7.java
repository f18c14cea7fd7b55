package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.List;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.TableSheet;
import vn.binhdang.web.Text;

/** Table PL7 of the report, as Excel; always in Vietnamese, as the report is. */
final class TablePl7 {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);
    private static final List<String> COLUMNS =
            List.of("no", "kind", "body", "subject", "unit", "day", "findings", "recommendations", "done");
    private static final int[] WIDTHS = {6, 14, 28, 40, 36, 14, 14, 14, 14};

    /**
     * One visit that took place in the period.
     * @param body who carried it out: the agency, or the other body that did
     * @param findings shortcomings and violations that stand
     * @param recommendations of an issued conclusion, without those withdrawn
     * @param done of them by the end of the period
     */
    record Line(
            OversightKind kind,
            String body,
            String subject,
            String unit,
            LocalDate day,
            int findings,
            int recommendations,
            int done) {}

    byte[] write(String agency, LocalDate from, LocalDate last, List<Line> lines) {
        var sheet = new TableSheet(
                "PL7",
                WIDTHS,
                say("title"),
                say("place", agency, TypedDay.print(from), TypedDay.print(last)),
                COLUMNS.stream().map(column -> say(column)).toList());
        for (var line : lines)
            sheet.line(List.of(
                    WORDS.of(line.kind().messageKey()),
                    line.body(),
                    line.subject(),
                    line.unit(),
                    TypedDay.print(line.day()),
                    line.findings(),
                    line.recommendations(),
                    line.done()));
        sheet.total(
                3,
                say("total"),
                List.of(
                        lines.stream().mapToInt(Line::findings).sum(),
                        lines.stream().mapToInt(Line::recommendations).sum(),
                        lines.stream().mapToInt(Line::done).sum()));
        return sheet.bytes();
    }

    private static String say(String key, Object... arguments) {
        return WORDS.of("execution.oversight.pl7." + key, arguments);
    }
}
