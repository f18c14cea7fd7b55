package vn.binhdang.database;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * The product cannot start on this database or data folder, for a reason its operator can act on. Carries the key of one
 * sentence in bundle {@code database} and what that sentence names: folders, ports, versions, never a password.
 */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    DatabaseUnusable(@Nullable Throwable cause, String messageKey, Object... arguments) {
        super(messageKey, cause);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    DatabaseUnusable(String messageKey, Object... arguments) {
        this(null, messageKey, arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    /** The sentence for the operator in Vietnamese or English. */
    public String sentence(Locale locale) {
        return Text.in(locale).of(messageKey, arguments.toArray());
    }

    @Override
    public String getMessage() {
        return sentence(Text.ENGLISH);
    }
}
