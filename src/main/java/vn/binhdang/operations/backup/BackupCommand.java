package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.binhdang.database.DataFolder;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.DatabaseUnusable;
import vn.binhdang.database.OpenDatabase;
import vn.binhdang.web.Text;

/** {@code bin/backup}: makes keys and backups and checks them, beside a product that runs or without one. */
public final class BackupCommand {
    static final int KEEP = 14;
    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int DONE_WITHOUT_SOME_FILES = 2;
    static final int USAGE = 64;

    private static final int KILO = 1000;

    private final Environment environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    BackupCommand(Environment environment, Clock clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var command = new BackupCommand(new StandardEnvironment(), Clock.systemUTC(), System.out, System.err);
        System.exit(command.run(List.of(arguments)));
    }

    int run(List<String> given) {
        if (given.equals(List.of("--help"))) {
            out.println(Text.in(Text.VIETNAMESE).of("operations.backup.usage"));
            return DONE;
        }
        var arguments = Arguments.of(given, Set.of("--to", "--keep", "--new-key", "--check", "--lang"))
                .filter(a -> a.word() == null && keep(a).isPresent());
        if (arguments.isEmpty()) {
            err.println(Text.in(Text.VIETNAMESE).of("operations.backup.usage"));
            return USAGE;
        }
        Text words = arguments.get().words();
        try {
            return run(arguments.get(), words);
        } catch (BackupRefused refused) {
            err.println(refused.sentence(words.locale()));
        } catch (DatabaseUnusable unusable) {
            err.println(unusable.sentence(words.locale()));
        } catch (InvalidPathException impossible) {
            err.println(words.of("operations.backup.file.none", impossible.getInput()));
        }
        return NOT_DONE;
    }

    private int run(Arguments arguments, Text words) {
        var newKey = arguments.path("--new-key");
        if (newKey.isPresent()) return makeKey(newKey.get(), words);
        var check = arguments.path("--check");
        if (check.isPresent()) return check(check.get(), words);
        return backUp(arguments, words);
    }

    private int makeKey(Path file, Text words) {
        String fingerprint = BackupKeys.of(DataFolder.at(dataPath(environment))).create(file, words);
        out.println(words.of("operations.backup.key.made", fingerprint, file));
        return DONE;
    }

    private int check(Path path, Text words) {
        try {
            var backups = Files.isDirectory(path) ? BackupFolder.backups(path) : List.of(path);
            for (Path backup : backups) {
                var sealed = SealedFile.open(backup);
                sealed.check();
                var files = new SealedFiles(backup.resolveSibling(""));
                for (String object : sealed.header().objects())
                    SealedFile.open(files.path(object)).check();
                out.println(words.of("operations.backup.whole", backup));
            }
            return DONE;
        } catch (IOException e) {
            throw new BackupRefused(e, "operations.backup.file.none", path);
        }
    }

    private int backUp(Arguments arguments, Text words) {
        Path data = dataPath(environment);
        Path to = arguments
                .path("--to")
                .or(this::usualFolder)
                .orElseThrow(() -> new BackupRefused("operations.backup.folder.none"));
        // Asked before: opening a data folder makes it.
        if (!Files.isDirectory(data)) throw new BackupRefused("operations.backup.noData", data);
        var folder = DataFolder.at(data);
        try (var database = OpenDatabase.existing(folder, environment)
                .orElseThrow(() -> new BackupRefused("operations.backup.noData", data))) {
            Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var runs = runs(database.address());
            try {
                var made = new Backup(database.address(), folder, Release.version())
                        .make(to, keep(arguments).orElse(KEEP), started, new TerminalProgress(err, words));
                if (runs.ready()) runs.made(made, started, clock.instant(), true);
                return say(made, words);
            } catch (BackupRefused refused) {
                if (runs.ready()) runs.failed(refused, started, clock.instant(), true);
                throw refused;
            }
        }
    }

    private int say(Backup.Made made, Text words) {
        out.println(words.of(
                "operations.backup.made", made.file(), made.rows(), made.tables(), made.files(), made.bytes() / KILO));
        if (made.forgotten() > 0) out.println(words.of("operations.backup.forgotten", made.forgotten()));
        if (made.damaged() == 0) return DONE;
        err.println(words.of("operations.backup.damagedFiles", made.damaged()));
        return DONE_WITHOUT_SOME_FILES;
    }

    private static BackupRuns runs(DatabaseAddress address) {
        var source = new DriverManagerDataSource(address.url());
        if (address.username() != null) source.setUsername(address.username());
        if (address.password() != null) source.setPassword(address.password());
        return new BackupRuns(JdbcClient.create(source));
    }

    static Path dataPath(Environment environment) {
        return Path.of(environment.getProperty("binhdang.data", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private Optional<Path> usualFolder() {
        return Optional.ofNullable(environment.getProperty("binhdang.backup.folder"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** Empty when the number given is none. */
    private Optional<Integer> keep(Arguments arguments) {
        String given = arguments
                .options()
                .getOrDefault("--keep", environment.getProperty("binhdang.backup.keep", String.valueOf(KEEP)));
        return given.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.parseInt(given)) : Optional.empty();
    }
}
