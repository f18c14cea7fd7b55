package vn.binhdang.execution.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The law tells three kinds apart: by who carries them out, on what basis, and in which forms. */
public enum OversightKind {
    /** thanh tra: statutory, by an inspectorate */
    INSPECTION,
    /** kiểm tra: by the body that manages */
    CHECK,
    /** giám sát: by elected bodies, the Front, unions */
    SUPERVISION;

    static Optional<OversightKind> named(@Nullable String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    public String messageKey() {
        return "execution.oversight.kind." + name();
    }
}
