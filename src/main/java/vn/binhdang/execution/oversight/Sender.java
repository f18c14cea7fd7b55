package vn.binhdang.execution.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sends the team: the agency itself, or a body outside. */
public enum Sender {
    OWN,
    OTHER;

    static Optional<Sender> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(sender -> sender.name().equals(name))
                .findFirst();
    }

    public String messageKey() {
        return "execution.oversight.sender." + name();
    }
}
