package vn.binhdang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
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
            "statistics",
            "reporting",
            "operations");

    private static final String LOCATION = "db/migration/";

    private static final String APPLIED = "success and type <> 'BASELINE' and version is not null";

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

    /**
     * Brings an empty database to where another one stood, and no further: what that one held fits in.
     * @param states module to the migrations it had been through; modules not named stay without tables
     */
    public static void migrateTo(Map<String, List<AppliedMigration>> states, Configuration base) {
        for (String module : MODULES) {
            var applied = states.getOrDefault(module, List.of());
            if (!applied.isEmpty())
                flyway(module, base).target(newest(applied).toString()).load().migrate();
        }
    }

    /** Module to the migrations its tables have been through, oldest first; modules without any are left out. */
    public static Map<String, List<AppliedMigration>> applied(Connection connection) throws SQLException {
        var states = new LinkedHashMap<String, List<AppliedMigration>>();
        for (String module : MODULES) {
            try (var exists = connection.prepareStatement("select to_regclass(?) is not null")) {
                exists.setString(1, historyTable(module));
                try (var rows = exists.executeQuery()) {
                    if (!rows.next() || !rows.getBoolean(1)) continue;
                }
            }
            var applied = applied(module, connection);
            if (!applied.isEmpty()) states.put(module, applied);
        }
        return states;
    }

    private static List<AppliedMigration> applied(String module, Connection connection) throws SQLException {
        var applied = new ArrayList<AppliedMigration>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select version, checksum from %s where %s order by installed_rank
                    """.formatted(historyTable(module), APPLIED))) {
            while (rows.next()) applied.add(new AppliedMigration(rows.getString(1), rows.getInt(2)));
        }
        return applied;
    }

    /** The migrations this release does not have, as "module V7": an empty list when it can take such a database over. */
    public static List<String> unknown(Map<String, List<AppliedMigration>> states) {
        var unknown = new ArrayList<String>();
        states.forEach((module, applied) -> applied.forEach(migration -> {
            if (!MODULES.contains(module) || files(module, "V" + migration.version() + "__*.sql").length == 0)
                unknown.add(module + " V" + migration.version());
        }));
        return unknown;
    }

    /**
     * How many migrations of this release the tables have not been through: none, but for a node that starts meanwhile.
     * Said in SQL, to be asked beside other things.
     */
    public static String pending() {
        return MODULES.stream()
                .filter(ModuleMigrations::hasFiles)
                .map(module -> "greatest(0, %d - (select count(*) from %s where %s))"
                        .formatted(files(module, "V*__*.sql").length, historyTable(module), APPLIED))
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    private static MigrationVersion newest(List<AppliedMigration> applied) {
        return applied.stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static String historyTable(String module) {
        return "flyway_" + module;
    }

    private static void migrate(String module, Configuration base) {
        flyway(module, base).load().migrate();
    }

    private static FluentConfiguration flyway(String module, Configuration base) {
        return Flyway.configure(base.getClassLoader())
                .configuration(base)
                .locations("classpath:" + LOCATION + module)
                .table(historyTable(module))
                // The schema holds the other modules' tables; version 0 lets this module begin at its own V1.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    private static boolean hasFiles(String module) {
        return files(module, "*.sql").length > 0;
    }

    private static Resource[] files(String module, String names) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + LOCATION + module + "/" + names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
