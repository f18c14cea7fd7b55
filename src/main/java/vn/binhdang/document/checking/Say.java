package vn.binhdang.document.checking;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;

/** Short ways to write a finding; the code is given without {@code document.checking.}. */
final class Say {
    /** Up to so many of one kind stand each at its own place; more would bury what else there is to see. */
    static final int FEW = 3;

    private static final int NAMED = 8;

    private Say() {}

    static Finding error(String code, @Nullable Integer line, String... arguments) {
        return Finding.of(Severity.ERROR, "document.checking." + code, line, arguments);
    }

    static Finding warning(String code, @Nullable Integer line, String... arguments) {
        return Finding.of(Severity.WARNING, "document.checking." + code, line, arguments);
    }

    static Finding proposal(String code, @Nullable Integer line, String... arguments) {
        return Finding.of(Severity.PROPOSAL, "document.checking." + code, line, arguments);
    }

    static Finding mended(Finding finding, String field, String value) {
        return new Finding(
                finding.code(), finding.severity(), finding.arguments(), finding.line(), new Mend(field, value));
    }

    /**
     * Few of a kind are said one by one; many in a single finding that counts and names them, on the first of them.
     *
     * @param all of how many, as the last argument of the single finding
     */
    static <T> Stream<Finding> each(List<T> found, int all, Function<T, Finding> one, Function<T, String> name) {
        if (found.size() <= FEW) return found.stream().map(one);
        Finding first = one.apply(found.getFirst());
        String names = found.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
        return Stream.of(new Finding(
                first.code() + ".many",
                first.severity(),
                List.of(String.valueOf(found.size()), found.size() > NAMED ? names + " …" : names, String.valueOf(all)),
                first.line(),
                null));
    }
}
