package vn.binhdang.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Settles, before the first bean is made, on which database the product runs: the one whose URL is given, else the
 * bundled one in the data folder. Spring Boot then builds its usual pool on the {@link JdbcConnectionDetails} left here.
 * As early as this, a database that cannot be used ends the start with one sentence and not with a bean's history.
 */
final class DatabaseStart implements ApplicationContextInitializer<GenericApplicationContext> {
    static final String DATA = "binhdang.data";
    static final String PORT = "binhdang.database.port";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var folder = DataFolder.at(Path.of(environment.getProperty(DATA, "data")));
        context.getBeanFactory().registerSingleton("dataFolder", folder);
        context.getBeanFactory().registerSingleton("databaseAddress", address(context, environment, folder));
    }

    private static DatabaseAddress address(
            GenericApplicationContext context, Environment environment, DataFolder folder) {
        var external = external(environment);
        if (external != null) {
            DatabaseCheck.check(external);
            return external;
        }
        var settings = BundledPostgres.Settings.keptIn(folder, environment.getProperty(PORT, Integer.class, 0));
        var server = BundledPostgres.open(settings);
        // Registered first, so destroyed last: the pool closes before its server stops. The handler is for a start that
        // fails before there are beans to destroy; it runs after every context is closed.
        context.getDefaultListableBeanFactory().registerDisposableBean("bundledPostgres", server::close);
        SpringApplication.getShutdownHandlers().add(server::close);
        return server.address();
    }

    /** BINHDANG_DATABASE_URL and its like, or Spring's own keys; null when neither is set. */
    private static @Nullable DatabaseAddress external(Environment environment) {
        for (String prefix : new String[] {"binhdang.database", "spring.datasource"}) {
            var url = environment.getProperty(prefix + ".url");
            if (url != null && !url.isBlank())
                return new DatabaseAddress(
                        url.strip(),
                        environment.getProperty(prefix + ".username"),
                        environment.getProperty(prefix + ".password"));
        }
        return null;
    }
}
