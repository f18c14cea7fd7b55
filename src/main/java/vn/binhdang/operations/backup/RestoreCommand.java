package vn.binhdang.operations.backup;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import vn.binhdang.database.DatabaseUnusable;
import vn.binhdang.web.Text;

/** {@code bin/restore}: puts a backup into an empty data folder and says what it did. */
public final class RestoreCommand {
    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    RestoreCommand(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new RestoreCommand(new StandardEnvironment(), System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> given) {
        if (given.equals(List.of("--help"))) {
            out.println(Text.in(Text.VIETNAMESE).of("operations.restore.usage"));
            return BackupCommand.DONE;
        }
        var arguments = Arguments.of(given, Set.of("--key", "--into", "--lang"))
                .filter(a -> a.word() != null && a.options().containsKey("--key"));
        if (arguments.isEmpty()) {
            err.println(Text.in(Text.VIETNAMESE).of("operations.restore.usage"));
            return BackupCommand.USAGE;
        }
        Text words = arguments.get().words();
        try {
            restore(arguments.get(), words);
            return BackupCommand.DONE;
        } catch (BackupRefused refused) {
            err.println(refused.sentence(words.locale()));
        } catch (DatabaseUnusable unusable) {
            err.println(unusable.sentence(words.locale()));
        } catch (InvalidPathException impossible) {
            err.println(words.of("operations.backup.file.none", impossible.getInput()));
        }
        return BackupCommand.NOT_DONE;
    }

    private void restore(Arguments arguments, Text words) {
        var key = BackupKey.readPrivate(arguments.path("--key").orElseThrow());
        Path into = arguments.path("--into").orElseGet(() -> BackupCommand.dataPath(environment));
        var restored = new Restore(environment, new TerminalProgress(err, words))
                .restore(arguments.wordAsPath().orElseThrow(), key, into);
        var manifest = restored.manifest();
        out.println(words.of(
                "operations.restore.done",
                into,
                manifest.madeAt(),
                manifest.rows(),
                manifest.tables().size(),
                manifest.files().size() - manifest.missing()));
        if (restored.migrated() > 0) out.println(words.of("operations.restore.migrated", restored.migrated()));
        for (var end : manifest.chains())
            out.println(words.of("operations.restore.chain", end.agency(), String.valueOf(end.no()), end.hash()));
        if (manifest.missing() > 0) out.println(words.of("operations.restore.missing", manifest.missing()));
    }
}
