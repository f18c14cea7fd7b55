package vn.binhdang.execution.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of finding it is: ưu điểm, hạn chế thiếu sót, vi phạm. */
public enum Grade {
    STRENGTH,
    SHORTCOMING,
    VIOLATION;

    static Optional<Grade> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(grade -> grade.name().equals(name))
                .findFirst();
    }

    public String messageKey() {
        return "execution.oversight.grade." + name();
    }

    public String mark() {
        return switch (this) {
            case STRENGTH -> "done";
            case SHORTCOMING -> "soon";
            case VIOLATION -> "late";
        };
    }
}
