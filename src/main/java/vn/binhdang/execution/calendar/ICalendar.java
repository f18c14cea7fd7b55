package vn.binhdang.execution.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A calendar of whole days as text of RFC 5545. Small enough to be written here: the libraries that read and write the whole
 * of the format would be larger than all the rest of the feed; the tests read what is written with one of them.
 */
final class ICalendar {
    /** Of a line, without its end; the blank that begins a continued line counts. */
    private static final int OCTETS = 75;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ICalendar() {}

    /**
     * @param uid the same for the same thing for good
     * @param kind a word or two
     * @param sequence grows whenever the event changes
     */
    record Event(
            String uid, LocalDate day, String summary, String kind, String address, int sequence, Instant changedAt) {}

    static String of(String name, List<Event> events) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Binh Dang//Calendar of work//VI");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "NAME:" + escaped(name));
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        line(text, "X-PUBLISHED-TTL:PT6H");
        for (var event : events) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + event.uid());
            line(text, "DTSTAMP:" + MOMENT.format(event.changedAt()));
            line(text, "LAST-MODIFIED:" + MOMENT.format(event.changedAt()));
            line(text, "SEQUENCE:" + event.sequence());
            line(text, "DTSTART;VALUE=DATE:" + DATE.format(event.day()));
            // The day after the last: a whole day ends where the next begins.
            line(text, "DTEND;VALUE=DATE:" + DATE.format(event.day().plusDays(1)));
            line(text, "SUMMARY:" + escaped(event.summary()));
            line(text, "CATEGORIES:" + escaped(event.kind()));
            line(text, "URL:" + event.address());
            line(text, "TRANSP:TRANSPARENT");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\r", "\\n")
                .replace("\n", "\\n")
                // Other control characters are not allowed in a text at all.
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Folds a line where it grows too long, never within a character: a Vietnamese letter takes up to three octets. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
