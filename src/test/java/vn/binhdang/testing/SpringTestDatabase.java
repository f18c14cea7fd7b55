package vn.binhdang.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives every Spring context of the tests a migrated database, entered as the product enters it, and a data folder of its
 * own. All customizers are equal, so contexts are cached as if it were not there.
 */
final class SpringTestDatabase implements ContextCustomizerFactory {
    static final String NAME = "binhdang.test.database.name";
    static final String FOLDER = "binhdang.data";

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configurationAttributes) {
        return new Customizer();
    }

    private record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var name = TestServer.get().copyTemplate();
            var application = TestServer.get().applicationOf(name);
            var owner = TestServer.get().addressOf(name);
            var properties = new HashMap<String, Object>(Map.of(
                    NAME,
                    name,
                    "spring.datasource.url",
                    application.url(),
                    "binhdang.database.owner.url",
                    owner.url(),
                    // Journeys about other things sign in with a password alone; those about signing in ask for more.
                    "BINHDANG_SECOND_FACTOR",
                    "optional",
                    FOLDER,
                    TestServer.get().newFolder().toString()));
            // Contexts stay for the whole run, each with a pool; one that rests gives its connections back, or the
            // server's
            // hundred run out.
            properties.put("spring.datasource.hikari.minimum-idle", "0");
            properties.put("spring.datasource.hikari.idle-timeout", "10000");
            putIfGiven(properties, "spring.datasource.username", application.username());
            putIfGiven(properties, "spring.datasource.password", application.password());
            putIfGiven(properties, "binhdang.database.owner.username", owner.username());
            putIfGiven(properties, "binhdang.database.owner.password", owner.password());
            if (UnrecordedChanges.WANTED)
                context.getBeanFactory().registerSingleton("unrecordedChanges", new UnrecordedChanges(context));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
        }

        private static void putIfGiven(Map<String, Object> properties, String key, @Nullable String value) {
            if (value != null) properties.put(key, value);
        }
    }
}
