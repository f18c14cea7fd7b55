package vn.binhdang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of every module up to date: {@code db/migration/<module>}, each with its own numbers and its own
 * history table {@code flyway_<module>}.
 *
 * <p>Spring Modulith can do this too, but only with its runtime support, which reads the module structure from all
 * classes with ArchUnit at every start. The order is fixed here instead; a test compares it with the folders.
 */
@Component
public final class ModuleMigrations implements FlywayMigrationStrategy {
    /** What all modules stand on: extensions, order of letters, folding of text, the web sessions. */
    static final String ROOT = "root";

    /** A module's tables may point at those of a module before it, never after it. */
    static final List<String> MODULES = List.of(
            ROOT,
            "audit",
            "files",
            "messaging",
            "organisation",
            "access",
            "document",
            "plan",
            "execution",
            "reporting",
            "operations");

    private static final String LOCATION = "db/migration/";

    private final DatabaseAddress application;

    ModuleMigrations(DatabaseAddress application) {
        this.application = application;
    }

    /** As the owner of the tables; then the application's account gets its rights on what is new. */
    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway.getConfiguration());
        var account = application.username();
        if (account != null) ApplicationRights.grant(flyway.getConfiguration().getDataSource(), account);
    }

    /** @param base whose data source is migrated; locations and history table are set here */
    public static void migrate(Configuration base) {
        MODULES.stream().filter(ModuleMigrations::hasFiles).forEach(module -> migrate(module, base));
    }

    static String historyTable(String module) {
        return "flyway_" + module;
    }

    private static void migrate(String module, Configuration base) {
        Flyway.configure(base.getClassLoader())
                .configuration(base)
                .locations("classpath:" + LOCATION + module)
                .table(historyTable(module))
                // The schema holds the other modules' tables; version 0 lets this module begin at its own V1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static boolean hasFiles(String module) {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + LOCATION + module + "/*.sql");
            return files.length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
