package vn.binhdang.database;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.binhdang.web.Text;

/** Tells the operator in one sentence, in both languages, why the product did not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusal implements SpringBootExceptionReporter {
    private final PrintStream out;

    StartRefusal() {
        this(System.err);
    }

    StartRefusal(PrintStream out) {
        this.out = out;
    }

    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof DatabaseUnusable unusable) {
                out.println(unusable.sentence(Text.VIETNAMESE));
                out.println(unusable.sentence(Text.ENGLISH));
                return true;
            }
        return false;
    }
}
