package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.List;
import vn.binhdang.execution.TableSheet;
import vn.binhdang.web.Text;

/** Table PL8 of the report, as Excel; always in Vietnamese, as the report is. */
final class TablePl8 {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);
    private static final List<String> COLUMNS = List.of("no", "name", "start", "unit", "scope", "result", "spread");
    private static final int[] WIDTHS = {6, 40, 14, 36, 36, 44, 18};

    byte[] write(String agency, LocalDate from, LocalDate last, List<Pl8Page.Line> lines) {
        var sheet = new TableSheet(
                "PL8",
                WIDTHS,
                say("title"),
                say("place", agency, Typed.print(from), Typed.print(last)),
                COLUMNS.stream().map(column -> say(column)).toList());
        for (var line : lines)
            sheet.line(List.of(line.name(), line.start(), line.unit(), line.scope(), line.result(), line.spread()));
        return sheet.bytes();
    }

    private static String say(String key, Object... arguments) {
        return WORDS.of("execution.initiative.pl8." + key, arguments);
    }
}
