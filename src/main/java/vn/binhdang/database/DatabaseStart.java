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
    static final String OWNER = "binhdang.database.owner";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var folder = DataFolder.at(Path.of(environment.getProperty(DATA, "data")));
        context.getBeanFactory().registerSingleton("dataFolder", folder);
        var entrances = entrances(context, environment, folder);
        context.getBeanFactory().registerSingleton("databaseAddress", entrances.application());
        context.getBeanFactory().registerSingleton("databaseOwner", new DatabaseOwner(entrances.owner()));
    }

    /** As whom the product enters, and as whom its tables are changed; the same where only one account is given. */
    record Entrances(DatabaseAddress application, DatabaseAddress owner) {}

    private static Entrances entrances(GenericApplicationContext context, Environment environment, DataFolder folder) {
        var external = external(environment);
        if (external != null) {
            DatabaseCheck.check(external.owner());
            if (!external.owner().equals(external.application())) DatabaseCheck.checkEntry(external.application());
            return external;
        }
        var settings = BundledPostgres.Settings.keptIn(folder, environment.getProperty(PORT, Integer.class, 0));
        var server = BundledPostgres.open(settings);
        // Registered first, so destroyed last: the pool closes before its server stops. The handler is for a start that
        // fails before there are beans to destroy; it runs after every context is closed.
        context.getDefaultListableBeanFactory().registerDisposableBean("bundledPostgres", server::close);
        SpringApplication.getShutdownHandlers().add(server::close);
        return new Entrances(server.application(), server.address());
    }

    /** BINHDANG_DATABASE_URL and its like, or Spring's own keys; null when neither is set. */
    static @Nullable Entrances external(Environment environment) {
        for (String prefix : new String[] {"binhdang.database", "spring.datasource"}) {
            var url = environment.getProperty(prefix + ".url");
            if (url == null || url.isBlank()) continue;
            var application = new DatabaseAddress(
                    url.strip(),
                    environment.getProperty(prefix + ".username"),
                    environment.getProperty(prefix + ".password"));
            return new Entrances(application, owner(environment, application));
        }
        return null;
    }

    /** BINHDANG_DATABASE_OWNER_USERNAME and _PASSWORD; the application's own account where they are not set. */
    private static DatabaseAddress owner(Environment environment, DatabaseAddress application) {
        var url = environment.getProperty(OWNER + ".url", application.url());
        var username = environment.getProperty(OWNER + ".username");
        return username == null && url.equals(application.url())
                ? application
                : new DatabaseAddress(url, username, environment.getProperty(OWNER + ".password"));
    }
}
