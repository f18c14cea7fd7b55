package vn.binhdang.organisation.sheet;

import java.util.List;
import java.util.Locale;

/** A file that is no table we can read, for a reason the person who brought it can act on. */
public final class UnreadableSheet extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        EXPANDS_TOO_MUCH,
        ENCRYPTED,
        MACRO,
        OLD_EXCEL,
        WRONG_EXTENSION,
        UNKNOWN_FORMAT,
        /** A table without sheets where a workbook is asked for. */
        NO_WORKBOOK,
        CORRUPT,
        NOT_UTF8,
        MERGED_HEADING,
        NO_HEADING,
        MISSING_COLUMNS,
        DOUBLE_COLUMN
    }

    private final Reason reason;
    private final transient List<String> arguments;

    public UnreadableSheet(Reason reason, String... arguments) {
        super("unreadable: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence names: limits, headings. Never a value of the file. */
    public List<String> arguments() {
        return arguments;
    }

    /** "organisation.sheet.unreadable.tooManyRows" and so on. */
    public String messageKey() {
        var key = new StringBuilder("organisation.sheet.unreadable.");
        String[] parts = reason.name().toLowerCase(Locale.ROOT).split("_");
        key.append(parts[0]);
        for (int i = 1; i < parts.length; i++)
            key.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        return key.toString();
    }
}
