package vn.binhdang.document.reading;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;

/** "Bắc Giang, ngày   tháng 4 năm 2024": place and date of issue, the date with whatever parts are not blank. */
record IssueDate(@Nullable String place, @Nullable PartialDate date, int from, int end) {
    private static final int BLANK = 40;

    static boolean isIn(String text) {
        return text.length() < 200 && find(text) != null;
    }

    /** The first place and date of the text; null when it holds none. */
    static @Nullable IssueDate find(String text) {
        var lower = Words.lower(text);
        for (int at = Words.find(lower, "ngày", 0); at >= 0; at = Words.find(lower, "ngày", at + 1)) {
            var found = at(text, lower, at);
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable IssueDate at(String text, String lower, int dayWord) {
        int day = skipBlanks(lower, dayWord + 4);
        int dayEnd = Dates.digits(lower, day, 2);
        int monthWord = skipBlanks(lower, dayEnd);
        if (!Words.at(lower, monthWord, "tháng")) return null;
        int month = skipBlanks(lower, monthWord + 5);
        int monthEnd = Dates.digits(lower, month, 2);
        int yearWord = skipBlanks(lower, monthEnd);
        if (!Words.at(lower, yearWord, "năm")) return null;
        int year = skipBlanks(lower, yearWord + 3);
        int yearEnd = Dates.digits(lower, year, 4);
        int from = placeStart(text, dayWord);
        var place = text.substring(from, dayWord).strip();
        return new IssueDate(
                place.endsWith(",")
                        ? emptyToNull(place.substring(0, place.length() - 1).strip())
                        : emptyToNull(place),
                partial(value(lower, year, yearEnd, 4), value(lower, month, monthEnd, 1), value(lower, day, dayEnd, 1)),
                from,
                Math.max(yearEnd, yearWord + 3));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Dots, dashes and spaces where the records office will write. */
    private static int skipBlanks(String lower, int from) {
        int i = from;
        while (i < lower.length() && i - from < BLANK && " .…_-".indexOf(lower.charAt(i)) >= 0) i++;
        return i;
    }

    private static @Nullable Integer value(String lower, int from, int end, int least) {
        return end - from < least ? null : Integer.valueOf(Dates.number(lower, from, end));
    }

    private static @Nullable PartialDate partial(
            @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        if (year == null && month == null && day == null) return null;
        try {
            return new PartialDate(year, month, day);
        } catch (DateTimeException e) {
            return null; // "ngày 31 tháng 13": the words stay, a date does not follow from them
        }
    }

    /** The place is the run of capitalised words before the comma: "TP. Hồ Chí Minh,", "Thành phố Hồ Chí Minh,". */
    private static int placeStart(String text, int dayWord) {
        int end = dayWord;
        while (end > 0 && " ,".indexOf(text.charAt(end - 1)) >= 0) end--;
        int start = end;
        while (start > 0) {
            int word = start;
            while (word > 0 && text.charAt(word - 1) != ' ') word--;
            if (!isPlaceWord(text.substring(word, start))) break;
            start = word;
            while (start > 0 && text.charAt(start - 1) == ' ') start--;
            if (end - start > 60) break;
        }
        return Words.skipSpaces(text, start);
    }

    private static boolean isPlaceWord(String word) {
        if (word.equals("phố") || word.equals("-") || word.equals("–")) return true;
        for (int i = 0; i < word.length(); i++) if ("/:;()".indexOf(word.charAt(i)) >= 0) return false;
        return Character.isUpperCase(word.charAt(0)) || word.charAt(0) == '\'' || Character.isDigit(word.charAt(0));
    }
}
