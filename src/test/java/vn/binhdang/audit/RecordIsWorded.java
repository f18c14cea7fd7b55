package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.web.Text;

/**
 * After every class that used the product: each row that it left in the record can be said in words, the names of its
 * fields and the constants in them included, in both languages.
 */
final class RecordIsWorded implements TestExecutionListener {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void afterTestClass(TestContext test) {
        if (test.getTestClass().isAnnotationPresent(Nested.class) || !test.hasApplicationContext()) return;
        var database =
                test.getApplicationContext().getBeanProvider(DataSource.class).getIfAvailable();
        if (database == null) return;
        var missing = new TreeSet<String>();
        JdbcClient.create(database)
                .sql("select distinct action, fields::text from audit_row where action not like 'test.%'")
                .query((rs, i) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .forEach(row -> look(row.getKey(), JSON.readValue(row.getValue(), Map.class), missing));
        assertThat(missing).as("words in messages/audit-fields_vi and _en").isEmpty();
    }

    private static void look(String action, Map<?, ?> fields, TreeSet<String> missing) {
        fields.forEach((name, value) -> {
            for (var t : new Text[] {Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)}) {
                if (RecordWords.labelKey("" + name, t).isEmpty()) missing.add(action + ": audit.field." + name);
                var constants = CONSTANT.matcher("" + value);
                if (value instanceof String text
                        && constants.matches()
                        && RecordWords.valueKey("" + name, text, t).isEmpty())
                    missing.add(action + ": audit.value." + name + "." + text);
            }
        });
    }
}
