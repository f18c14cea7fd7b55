package vn.binhdang.operations.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import vn.binhdang.web.Text;

/** A value that is printed differently in each language. */
public interface Shown {
    String in(Text t);

    /** "1,5 GB": with one decimal from a megabyte on. */
    static Shown bytes(long bytes) {
        double mega = bytes / 1e6;
        if (mega < 1) return t -> t.of("operations.size.kilo", Math.round(bytes / 1e3));
        if (mega < 1000) return t -> t.of("operations.size.mega", mega);
        return t -> t.of("operations.size.giga", mega / 1e3);
    }

    /** "3 ngày 4 giờ", "12 phút": the two largest parts. */
    static Shown duration(Duration duration) {
        if (duration.toDays() > 0) return t -> t.of("operations.time.days", duration.toDays(), duration.toHoursPart());
        if (duration.toHours() > 0)
            return t -> t.of("operations.time.hours", duration.toHours(), duration.toMinutesPart());
        if (duration.toMinutes() > 0) return t -> t.of("operations.time.minutes", duration.toMinutes());
        return t -> t.of("operations.time.seconds", duration.toSeconds());
    }

    static Shown moment(Instant at, Clock clock) {
        String printed = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").format(at.atZone(clock.getZone()));
        return _ -> printed;
    }

    static Shown word(String key) {
        return t -> t.of(key);
    }
}
