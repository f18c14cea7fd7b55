package vn.binhdang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.audit.ExportFile;
import vn.binhdang.audit.Fault;
import vn.binhdang.audit.KeyFolder;
import vn.binhdang.audit.Keys;
import vn.binhdang.database.DatabaseBeside;
import vn.binhdang.database.DatabaseUnusable;
import vn.binhdang.web.Text;

/**
 * {@code audit verify}: walks the record of the whole database, or the rows of an export, and prints one line for each
 * fault; {@code audit new-key}: replaces the key the checkpoints are signed with.
 */
final class AuditCommand {
    private final PrintStream out;
    private final PrintStream err;
    private final Text words;
    private final Map<String, String> environment;

    AuditCommand(PrintStream out, PrintStream err, Text words, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.words = words;
        this.environment = environment;
    }

    /** What is to be verified, and what is believed; empty when the arguments do not say it. */
    private record Order(
            List<Path> keys,
            List<Path> checkpoints,
            @Nullable Path export) {
        static Optional<Order> of(List<String> arguments) {
            var rest = new ArrayDeque<>(arguments);
            var keys = new ArrayList<Path>();
            var checkpoints = new ArrayList<Path>();
            Path export = null;
            try {
                while (!rest.isEmpty()) {
                    String option = rest.pop();
                    if (rest.isEmpty()) return Optional.empty();
                    var file = Path.of(rest.pop());
                    switch (option) {
                        case "--public-key" -> keys.add(file);
                        case "--checkpoints" -> checkpoints.add(file);
                        case "--export" -> export = file;
                        default -> {
                            return Optional.empty();
                        }
                    }
                }
            } catch (InvalidPathException impossibleName) {
                return Optional.empty();
            }
            return Optional.of(new Order(keys, checkpoints, export));
        }
    }

    /** Empty when the command was given wrongly. */
    Optional<Integer> run(List<String> arguments) {
        if (arguments.isEmpty()) return Optional.empty();
        var rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "verify" -> Order.of(rest).map(this::verify);
            case "new-key" -> rest.isEmpty() ? Optional.of(newKey()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private int verify(Order order) {
        try {
            return order.export() == null ? verifyDatabase(order) : verifyExport(order, order.export());
        } catch (DatabaseUnusable e) {
            return cannot(e.sentence(words.locale()));
        } catch (SQLException e) {
            return cannot(words.of("cli.audit.database", String.valueOf(e.getMessage())));
        } catch (IOException | UncheckedIOException e) {
            return cannot(words.of("cli.audit.file", String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return cannot(words.of("cli.audit.notOurs", String.valueOf(e.getMessage())));
        }
    }

    private int verifyDatabase(Order order) throws IOException, SQLException {
        var verification = new AuditVerification();
        for (Path key : order.keys()) verification.trust(Files.readString(key));
        for (Path file : order.checkpoints()) verification.with(file);
        // Before the database is looked at: what was signed by now is in it.
        verification.with(new KeyFolder(data()));
        try (var database = DatabaseBeside.open(data(), environment);
                var connection = database.connect()) {
            var result = verification.run(connection);
            print(result.faults());
            err.println(
                    result.whole()
                            ? words.of("cli.audit.whole", result.rows(), result.chains(), result.checkpoints())
                            : words.of("cli.audit.bent", result.faults().size()));
            return result.whole() ? ExitStatus.DONE : ExitStatus.ERRORS_FOUND;
        }
    }

    private int verifyExport(Order order, Path file) throws IOException {
        var keys = new ArrayList<String>();
        for (Path key : order.keys()) keys.add(Files.readString(key));
        var result = ExportFile.verify(file, keys);
        print(result.faults());
        if (!result.whole())
            err.println(words.of("cli.audit.exportBent", result.faults().size()));
        else err.println(words.of("cli.audit.exportWhole", result.rows(), text(result.first()), text(result.last())));
        if (!result.keyBrought()) err.println(words.of("cli.audit.ownKey"));
        return result.whole() ? ExitStatus.DONE : ExitStatus.ERRORS_FOUND;
    }

    private int newKey() {
        if (!Files.isDirectory(data())) return cannot(words.of("cli.audit.noFolder", data()));
        err.println(words.of("cli.audit.newKey", Keys.replace(new KeyFolder(data()))));
        return ExitStatus.DONE;
    }

    private void print(List<Fault> faults) {
        faults.forEach(fault -> out.println(fault.sentence(words)));
    }

    private int cannot(String why) {
        err.println(why);
        return ExitStatus.SOME_FAILED;
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private Path data() {
        return Path.of(environment.getOrDefault("BINHDANG_DATA", "data"));
    }
}
