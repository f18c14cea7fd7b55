package vn.binhdang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.binhdang.web.Text;

/** {@code binhdang COMMAND ...}: finds the command and the language, runs it, and answers with its exit status. */
public final class CommandLine {
    private static final int BUFFER_BYTES = 1 << 16;

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        quietLibraries();
        var out = utf8(FileDescriptor.out);
        int status = new CommandLine(out, utf8(FileDescriptor.err)).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    /** What the libraries log about odd files is no news for a person, and the server's log set-up costs a second. */
    private static void quietLibraries() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(to), BUFFER_BYTES), true, StandardCharsets.UTF_8);
    }

    int run(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        Text words = Text.in(takeLanguage(rest));
        return run(rest, words);
    }

    private int run(List<String> arguments, Text words) {
        if (arguments.isEmpty()) return usage(words);
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "read" -> rest.isEmpty() ? usage(words) : new ReadCommand(out, err, words).run(rest);
            case "check" -> rest.isEmpty() ? usage(words) : new CheckCommand(out, err, words).run(rest);
            case "write" -> new WriteCommand(err, words).run(rest).orElseGet(() -> usage(words));
            case "audit" ->
                new AuditCommand(out, err, words, System.getenv()).run(rest).orElseGet(() -> usage(words));
            case "help", "--help", "-h" -> help(words);
            default -> unknown(arguments.getFirst(), words);
        };
    }

    /** Takes {@code --lang vi|en} out of the arguments, wherever it stands. */
    private static Locale takeLanguage(List<String> arguments) {
        int at = arguments.indexOf("--lang");
        if (at < 0 || at + 1 == arguments.size()) return Text.VIETNAMESE;
        arguments.remove(at);
        return Locale.of(arguments.remove(at));
    }

    private int help(Text words) {
        out.println(words.of("cli.usage"));
        return ExitStatus.DONE;
    }

    private int unknown(String command, Text words) {
        err.println(words.of("cli.unknownCommand", command));
        return usage(words);
    }

    private int usage(Text words) {
        err.println(words.of("cli.usage"));
        return ExitStatus.USAGE;
    }
}
