package vn.binhdang.operations.backup;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/** Progress for a person at a terminal: one line a step, which counts up; elsewhere a line when a step ends. */
final class TerminalProgress implements Progress {
    private final PrintStream err;
    private final Text words;
    private final boolean terminal;
    private @Nullable String shown;

    TerminalProgress(PrintStream err, Text words) {
        this.err = err;
        this.words = words;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void at(Step step, int done, int of) {
        String line = "%s … %d/%d".formatted(words.of("operations.backup.step." + step), done, of);
        if (line.equals(shown)) return;
        boolean ended = done == of;
        if (terminal) err.print("\r" + line + (ended ? "\n" : ""));
        else if (ended) err.println(line);
        err.flush();
        shown = line;
    }
}
