package vn.binhdang.organisation.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitMatcher;

/**
 * One row below the headings. A getter answers null for an empty cell and for one that is wrong; the wrong one is in the
 * list of mistakes then, with its row and column. Empty cells of needed columns are mistakes before the row is handed
 * over.
 */
public final class SheetRow {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private final int number;
    private final Map<String, Cell> cells;
    private final SheetLayout layout;
    private final Mistakes mistakes;
    private boolean sound = true;

    SheetRow(int number, Map<String, Cell> cells, SheetLayout layout, Mistakes mistakes) {
        this.number = number;
        this.cells = cells;
        this.layout = layout;
        this.mistakes = mistakes;
        for (var column : layout.columns()) refuseAtOnce(column);
    }

    private void refuseAtOnce(SheetColumn column) {
        var cell = cell(column.key());
        switch (cell.kind()) {
            case FORMULA -> mistake(column.key(), "organisation.sheet.mistake.formula");
            case ERROR -> mistake(column.key(), "organisation.sheet.mistake.error", cell.text());
            default -> {
                if (column.needed() && cell.isEmpty()) mistake(column.key(), "organisation.sheet.mistake.empty");
            }
        }
    }

    /** As Excel counts it. */
    public int number() {
        return number;
    }

    /** Whether nothing wrong was found in this row so far. */
    public boolean isSound() {
        return sound;
    }

    /** Says what is wrong in a cell; an empty column means the row as a whole. */
    public void mistake(String column, String messageKey, Object... arguments) {
        sound = false;
        mistakes.add(number, column, messageKey, arguments);
    }

    public @Nullable String text(String column) {
        layout.column(column);
        var cell = readable(column);
        return cell.isEmpty() ? null : cell.text();
    }

    /** A text of at most so many characters. */
    public @Nullable String text(String column, int most) {
        String text = text(column);
        if (text == null || text.length() <= most) return text;
        mistake(column, "organisation.sheet.mistake.tooLong", text.length(), most);
        return null;
    }

    /** Day first, as people write it (01/7/2025), or ISO, or a date of Excel's. */
    public @Nullable LocalDate date(String column) {
        var cell = readable(column);
        if (cell.isEmpty()) return null;
        var date = cell.date() != null ? Optional.of(cell.date()) : dateOf(cell.text());
        if (date.isPresent() && date.get().getYear() >= 1900 && date.get().getYear() <= 2200) return date.get();
        mistake(column, "organisation.sheet.mistake.date", cell.text());
        return null;
    }

    public @Nullable Integer number(String column) {
        var cell = readable(column);
        if (cell.isEmpty()) return null;
        if (WHOLE.matcher(cell.text()).matches()) return Integer.valueOf(cell.text());
        mistake(column, "organisation.sheet.mistake.number", cell.text());
        return null;
    }

    /** "có", "x", "yes", "1" or "không", "no", "0". */
    public @Nullable Boolean yesOrNo(String column) {
        var cell = readable(column);
        if (cell.isEmpty()) return null;
        switch (UnitMatcher.fold(cell.text())) {
            case "co", "x", "yes", "1", "true", "dung" -> {
                return true;
            }
            case "khong", "no", "0", "false", "sai" -> {
                return false;
            }
            default -> {
                mistake(column, "organisation.sheet.mistake.yesOrNo", cell.text());
                return null;
            }
        }
    }

    /** One of the choices of the column. */
    public <E extends Enum<E>> @Nullable E choice(String column, Class<E> type) {
        String constant = choice(column);
        return constant == null ? null : Enum.valueOf(type, constant);
    }

    /** The constant behind one of the choices of the column. */
    public @Nullable String choice(String column) {
        var cell = readable(column);
        if (cell.isEmpty()) return null;
        var constant = layout.column(column).constantOf(cell.text());
        if (constant.isPresent()) return constant.get();
        mistake(column, "organisation.sheet.mistake.choice", cell.text());
        return null;
    }

    /** Whether Excel keeps the cell as a number: a code in it may have lost its leading zeros. */
    public boolean isNumberCell(String column) {
        return cell(column).kind() == Cell.Kind.NUMBER;
    }

    private Cell readable(String column) {
        var cell = cell(column);
        return cell.kind() == Cell.Kind.FORMULA || cell.kind() == Cell.Kind.ERROR ? Cell.EMPTY : cell;
    }

    private Cell cell(String column) {
        return cells.getOrDefault(column, Cell.EMPTY);
    }

    static Optional<LocalDate> dateOf(String written) {
        var dayFirst = DAY_FIRST.matcher(written);
        if (dayFirst.matches()) return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        var yearFirst = YEAR_FIRST.matcher(written);
        return yearFirst.matches()
                ? date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
