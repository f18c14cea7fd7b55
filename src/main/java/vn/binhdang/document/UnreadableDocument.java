package vn.binhdang.document;

import java.util.List;

/** A file that cannot be read, for a reason the person who brought it can act on. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY,
        NO_PAGES,
        TOO_LARGE,
        TOO_LONG,
        SCAN,
        ENCRYPTED,
        CORRUPT,
        MACRO,
        WRONG_EXTENSION,
        UNKNOWN_FORMAT,
        EXPANDS_TOO_MUCH,
        TOO_SLOW,
        NOT_FOUND
    }

    private final Reason reason;
    private final transient List<String> arguments;

    public UnreadableDocument(Reason reason, String... arguments) {
        super("unreadable: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence of {@link #messageKey} names: sizes, the format found. Never the file's content. */
    public List<String> arguments() {
        return arguments;
    }

    /** "document.unreadable.encrypted" and so on. */
    public String messageKey() {
        var parts = reason.name().toLowerCase(java.util.Locale.ROOT).split("_");
        var key = new StringBuilder("document.unreadable.").append(parts[0]);
        for (int i = 1; i < parts.length; i++)
            key.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        return key.toString();
    }
}
