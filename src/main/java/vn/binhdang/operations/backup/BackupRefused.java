package vn.binhdang.operations.backup;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * A backup cannot be made, read or restored, for a reason its operator can act on. Carries the key of one sentence in
 * bundle {@code operations} and what that sentence names: folders, versions, tables; never a key or a row.
 */
public final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    BackupRefused(@Nullable Throwable cause, String messageKey, Object... arguments) {
        super(messageKey, cause);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    BackupRefused(String messageKey, Object... arguments) {
        this(null, messageKey, arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    /** What the sentence names, as texts. */
    List<String> values() {
        return arguments.stream().map(String::valueOf).toList();
    }

    public String sentence(Locale locale) {
        return Text.in(locale).of(messageKey, arguments.toArray());
    }

    @Override
    public String getMessage() {
        return sentence(Text.ENGLISH);
    }
}
