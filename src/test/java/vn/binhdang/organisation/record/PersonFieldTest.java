package vn.binhdang.organisation.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PersonFieldTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pages pages;

    @Test
    void nothing_is_kept_about_people_that_has_no_purpose_written_down() {
        var kept = new TreeSet<>(jdbc.sql("""
            select table_name || '.' || column_name from information_schema.columns
            where  table_schema = current_schema()
            and    table_name in ('person', 'office_held', 'person_fact', 'person_change', 'person_data_request')
            """).query(String.class).set());
        for (var kind : FactKind.values()) kept.add("person_fact." + kind);
        assertThat(named()).isEqualTo(kept);
    }

    @Test
    void every_table_that_hangs_on_a_person_is_among_them() {
        assertThat(jdbc.sql("""
            select distinct cast(conrelid as regclass)::text from pg_constraint
            where  contype = 'f' and confrelid = 'person'::regclass
            """).query(String.class).set())
                .isSubsetOf(named().stream()
                        .map(column -> column.substring(0, column.indexOf('.')))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everybody_may_read_why() {
        for (String language : new String[] {"vi", "en"})
            assertThat(pages.as("quantri").get("/people/why", language).select("tbody tr"))
                    .hasSameSizeAs(PersonField.all());
    }

    private static Set<String> named() {
        var named = new TreeSet<String>();
        for (var field : PersonField.all())
            for (String column : field.columns())
                assertThat(named.add(column)).as("twice: " + column).isTrue();
        return named;
    }
}
