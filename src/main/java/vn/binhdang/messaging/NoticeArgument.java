package vn.binhdang.messaging;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import vn.binhdang.web.Text;

/**
 * What a notice may say beside its sentence. There is no kind for free text, so that no name and no content of a record
 * can come into a notice or a mail.
 */
public sealed interface NoticeArgument {
    /** As it is stored: one letter for its kind, a colon, the value. */
    String stored();

    /** As {@link java.text.MessageFormat} takes it. */
    Object printed(Text t);

    static NoticeArgument of(String stored) {
        String value = stored.substring(2);
        return switch (stored.charAt(0)) {
            case 'n' -> new Count(Long.parseLong(value));
            case 'd' -> new Day(LocalDate.parse(value));
            case 'c' -> new Code(value);
            case 'w' -> new Word(value);
            default -> throw new IllegalArgumentException("unknown kind of argument: " + stored.charAt(0));
        };
    }

    record Count(long value) implements NoticeArgument {
        @Override
        public String stored() {
            return "n:" + value;
        }

        @Override
        public Object printed(Text t) {
            return value;
        }
    }

    record Day(LocalDate value) implements NoticeArgument {
        private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

        @Override
        public String stored() {
            return "d:" + value;
        }

        @Override
        public Object printed(Text t) {
            return PRINTED.format(value);
        }
    }

    /** Number and symbol of a document, a year, a period: with a digit and without a blank, so no name of a person. */
    record Code(String value) implements NoticeArgument {
        private static final Pattern SHAPE = Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}./&()-]{1,60}");

        public Code {
            if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("not a code");
        }

        @Override
        public String stored() {
            return "c:" + value;
        }

        @Override
        public Object printed(Text t) {
            return value;
        }
    }

    /** A word of the message files, in the reader's language. */
    record Word(String key) implements NoticeArgument {
        @Override
        public String stored() {
            return "w:" + key;
        }

        @Override
        public Object printed(Text t) {
            return t.has(key) ? t.of(key) : "–"; // a notice outlives the release that sent it
        }
    }
}
