package vn.binhdang.document.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a task begins and is due, only where the words fix it: "trước ngày d" and "chậm nhất d" are due on d, "từ a đến b"
 * gives both, a month, quarter or year as the limit its last day, "năm N và các năm tiếp theo" a start, "hằng năm" none.
 */
final class TimeReader {
    private static final List<String> LIMITS = List.of(
            "trước",
            "chậm nhất",
            "chậm nhất là",
            "chậm nhất vào",
            "muộn nhất",
            "muộn nhất là",
            "hạn cuối",
            "hạn chót",
            "hết",
            "đến hết",
            "xong",
            "đến",
            "trong",
            "hoàn thành",
            "thời hạn",
            "hoàn thành trong",
            "hạn",
            "không quá",
            "cuối",
            "đến cuối");

    private static final List<String> EVENT_DAYS =
            List.of("vào", "trong", "sáng", "chiều", "tối", "lúc", "vào sáng", "vào chiều");

    private static final List<String> RECURRENCES = List.of(
            "hằng năm",
            "hàng năm",
            "hằng quý",
            "hàng quý",
            "hằng tháng",
            "hàng tháng",
            "hằng tuần",
            "hàng tuần",
            "hằng ngày",
            "hàng ngày",
            "định kỳ",
            "thường xuyên",
            "6 tháng",
            "06 tháng");

    private final String text;
    private final String lower;
    private final int planYear;
    private final boolean attribute;
    private final List<TimePoint> points = new ArrayList<>();

    private TimeReader(String text, String lower, int planYear, boolean attribute) {
        this.text = text;
        this.lower = lower;
        this.planYear = planYear;
        this.attribute = attribute;
    }

    /** What a text says about time; every part null where it says nothing. */
    record When(
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable String dueText,
            @Nullable String recurrence) {
        static final When NEVER = new When(null, null, null, null);

        boolean isSaid() {
            return start != null || due != null || dueText != null || recurrence != null;
        }

        boolean isPeriod() {
            return start != null && due != null;
        }
    }

    /** In the words of a task: only a limit or a period counts, not every date that is mentioned. */
    static When inTask(String text, String lower, int planYear) {
        if (!mayHoldTime(lower)) return When.NEVER;
        return new TimeReader(text, lower, planYear, false).read();
    }

    /** In the value of a "Thời gian:" line, where a date needs no other word. */
    static When inAttribute(String value, int planYear) {
        var when = new TimeReader(value, Words.lower(value), planYear, true).read();
        return when.dueText() != null || value.isEmpty()
                ? when
                : new When(when.start(), when.due(), value, when.recurrence());
    }

    private static boolean mayHoldTime(String lower) {
        return lower.contains("ngày")
                || lower.contains("tháng")
                || lower.contains("quý")
                || lower.contains("trước ")
                || lower.contains("hằng ")
                || lower.contains("hàng ")
                || lower.contains("định kỳ")
                || lower.contains("trong năm")
                || lower.startsWith("từ ");
    }

    private When read() {
        for (var point : TimePoint.in(lower, attribute)) if (!isCitation(point)) points.add(point);
        var recurrence = recurrence();
        When said = null;
        for (int i = 0; i < points.size(); i++) {
            var next = i + 1 < points.size() ? period(points.get(i), points.get(i + 1)) : null;
            if (next != null) i++;
            else next = single(points.get(i), recurrence);
            said = said == null ? next : later(said, next);
        }
        if (said != null) return said;
        var relative = relative();
        return new When(null, null, relative != null ? relative : recurrence, recurrence);
    }

    /** "sơ kết trước 15/7, tổng kết trước 10/12/2026": the item is done at the later limit. */
    private static When later(When said, @Nullable When next) {
        if (next == null || next.due() == null || said.isPeriod() || next.isPeriod()) return said;
        return said.due() == null || next.due().isAfter(said.due())
                ? new When(said.start(), next.due(), next.dueText(), said.recurrence())
                : said;
    }

    /** "Quyết định số 06/QĐ-TTg ngày 02/01/2025", "Luật Bình đẳng giới ngày …", "kể từ ngày ký": not a time of the task. */
    private boolean isCitation(TimePoint point) {
        int end = point.from();
        while (end > 0 && " ,".indexOf(lower.charAt(end - 1)) >= 0) end--;
        int word = end;
        while (word > 0 && end - word < 40 && lower.charAt(word - 1) != ' ') word--;
        var before = lower.substring(word, end);
        if (before.indexOf('/') > 0 && Words.isWordChar(before.charAt(before.length() - 1)) && hasCapital(word, end))
            return true;
        int clause = Math.max(0, end - 90);
        int law = Words.findBack(lower, "luật", end, clause);
        int number = Words.findBack(lower, "số", end, clause);
        if (Math.max(law, number) < 0) return false;
        var between = lower.substring(Math.max(law, number), end);
        return between.indexOf(';') < 0
                && between.indexOf(',') < 0
                && between.indexOf('.') < 0
                && limitBefore(point) == null
                && !isFrom(point);
    }

    private boolean hasCapital(int from, int to) {
        for (int i = from; i < to; i++) if (Character.isUpperCase(text.charAt(i))) return true;
        return false;
    }

    private @Nullable When period(TimePoint a, TimePoint b) {
        if (b.from() - a.end() > 25) return null;
        var between = lower.substring(a.end(), b.from()).strip();
        if (!attribute && isAboutFigures(a)) return null;
        boolean joined = between.equals("đến")
                || between.equals("đến hết")
                || between.equals("tới")
                || between.equals("đến cuối")
                || attribute && (between.equals("-") || between.equals("–"))
                || isFrom(a) && (between.equals("-") || between.equals("–"));
        if (!joined || !attribute && !isFrom(a) && a.unit() != TimePoint.Unit.DAY) return null;
        int lastYear = b.year() == 0 ? planYear : b.year();
        var start = a.first(lastYear);
        var due = b.last(lastYear);
        if (start == null || due == null || start.isAfter(due)) return null;
        return new When(start, due, words(a), null);
    }

    /** "tổng hợp số liệu … từ ngày 01/01 đến ngày 30/11": the time that figures cover, not that of the task. */
    private boolean isAboutFigures(TimePoint point) {
        int sentence = Math.max(lower.lastIndexOf(';', point.from()), lower.lastIndexOf(". ", point.from()));
        int floor = Math.max(Math.max(0, sentence), point.from() - 160);
        return Words.findBack(lower, "số liệu", point.from(), floor) >= 0
                || Words.findBack(lower, "thống kê", point.from(), floor) >= 0;
    }

    private boolean isFrom(TimePoint point) {
        return endsBefore(point, "từ") && !endsBefore(point, "kể từ");
    }

    private @Nullable When single(TimePoint point, @Nullable String recurrence) {
        if (attribute && goesOn(point)) return new When(point.first(planYear), null, words(point), null);
        if (isFrom(point))
            return attribute || beginsText(point) ? new When(point.first(planYear), null, words(point), null) : null;
        if (endsBefore(point, "kể từ"))
            return point.unit() == TimePoint.Unit.DAY
                    ? new When(point.first(planYear), null, words(point), null)
                    : null;
        if (endsBefore(point, "sau")) return null;
        var limit = limitBefore(point);
        // "hằng năm (trước ngày 30 tháng 11)" has no date of its own
        if (recurrence != null && point.year() == 0 && isNear(recurrence, point)) return null;
        boolean event = point.unit() == TimePoint.Unit.DAY && isEventDay(point);
        if (!attribute && !event && (limit == null || !isLimit(point, limit))) return null;
        var due = point.last(planYear);
        return due == null ? null : new When(null, due, words(point), recurrence);
    }

    private boolean beginsText(TimePoint point) {
        return point.from() < 5;
    }

    /** In the sentence before the point, or right after it: "trước ngày 20/12 hằng năm". */
    private boolean isNear(String recurrence, TimePoint point) {
        int sentence =
                Math.max(0, Math.max(lower.lastIndexOf(". ", point.from()), lower.lastIndexOf(';', point.from())));
        int at = lower.indexOf(recurrence, sentence);
        return at >= 0 && at < point.end() + 3;
    }

    /** A year, and weakly bound words before a month, are mentioned in names more often than they are limits. */
    private boolean isLimit(TimePoint point, String limit) {
        if (point.unit() == TimePoint.Unit.YEAR)
            return !limit.equals("đến")
                    && !limit.equals("cuối")
                    && !limit.equals("đến cuối")
                    && !limit.equals("hoàn thành");
        if (point.unit() == TimePoint.Unit.DAY && limit.equals("đến")) return true;
        return true;
    }

    /** "năm 2026 và những năm tiếp theo". */
    private boolean goesOn(TimePoint point) {
        var rest = lower.substring(point.end(), Math.min(lower.length(), point.end() + 30))
                .strip();
        return rest.startsWith("và") && (rest.contains("tiếp theo") || rest.contains("sau"))
                || rest.startsWith("trở đi");
    }

    private @Nullable String limitBefore(TimePoint point) {
        String longest = null;
        for (var limit : LIMITS)
            if (endsBefore(point, limit) && (longest == null || limit.length() > longest.length())) longest = limit;
        return longest;
    }

    private boolean isEventDay(TimePoint point) {
        for (var word : EVENT_DAYS) if (endsBefore(point, word)) return true;
        return false;
    }

    private boolean endsBefore(TimePoint point, String phrase) {
        int end = point.from();
        while (end > 0 && " :(".indexOf(lower.charAt(end - 1)) >= 0) end--;
        int from = end - phrase.length();
        return from >= 0
                && lower.startsWith(phrase, from)
                && Words.beginsWord(lower, from)
                && Words.endsWord(lower, end);
    }

    private @Nullable String recurrence() {
        int first = Integer.MAX_VALUE;
        String found = null;
        for (var phrase : RECURRENCES) {
            if (!attribute && phrase.equals("thường xuyên")) continue;
            int at = Words.find(lower, phrase, 0);
            if (at >= 0 && at < first) {
                first = at;
                found = phrase;
            }
        }
        return found;
    }

    /** "trong thời hạn 05 ngày kể từ ngày …": said, but no date follows. */
    private @Nullable String relative() {
        int since = lower.indexOf("kể từ");
        if (since < 0) return null;
        int from = Math.max(lower.lastIndexOf("trong ", since), lower.lastIndexOf("sau ", since));
        if (from < 0 || since - from > 40) return null;
        return text.substring(from, clauseEnd(since));
    }

    /** The words around a point: from the word that makes it a limit to the end of the clause. */
    private String words(TimePoint point) {
        int from = point.from();
        while (from > 0 && ";.,(".indexOf(text.charAt(from - 1)) < 0 && point.from() - from < 20) from--;
        // twenty letters back may be the middle of a word
        if (from > 0 && Words.isWordChar(text.charAt(from - 1)) && Words.isWordChar(text.charAt(from)))
            while (from < point.from() && Words.isWordChar(text.charAt(from))) from++;
        return text.substring(Words.skipSpaces(text, from), clauseEnd(point.end()));
    }

    private int clauseEnd(int from) {
        int end = from;
        while (end < text.length() && ";.,)".indexOf(text.charAt(end)) < 0 && end - from < 80) end++;
        return end;
    }
}
