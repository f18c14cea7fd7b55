package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.testing.TestDatabase;

class ModuleMigrationsTest {
    static final TestDatabase database = TestDatabase.create();

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_folder_of_migrations_belongs_to_a_module_with_a_place_in_the_order() throws IOException {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).isSubsetOf(ModuleMigrations.MODULES);
        }
    }

    @Test
    void each_module_keeps_its_own_history() {
        assertThat(database.jdbc()
                        .sql("select version from flyway_root where success order by installed_rank")
                        .query(String.class)
                        .list())
                .contains("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "Bình Đẳng, binh dang",
        "BÌNH ĐẲNG GIỚI, binh dang gioi",
        "Sở Khoa học và Công nghệ, so khoa hoc va cong nghe",
        "ưỡn ƠN ệ Ỵ, uon on e y",
        "Số 12/KH-UBND, so 12/kh-ubnd",
    })
    void text_folds_to_what_a_clerk_types_without_accents(String written, String typed) {
        assertThat(folded(written)).isEqualTo(typed);
    }

    @Test
    void composed_and_decomposed_accents_fold_alike() {
        assertThat(folded("Đẳng")).isEqualTo(folded("\u0110a\u0306\u0309ng"));
    }

    @Test
    void a_search_for_part_of_a_title_finds_it_through_an_index() {
        database.jdbc().sql("create table title (words text)").update();
        database.jdbc()
                .sql("insert into title select 'Kế hoạch số ' || n from generate_series(1, 5000) n")
                .update();
        database.jdbc()
                .sql("insert into title values ('Kế hoạch vì bình đẳng giới')")
                .update();
        database.jdbc()
                .sql("create index on title using gin (fold(words) gin_trgm_ops)")
                .update();
        database.jdbc().sql("analyze title").update();
        var search = "select words from title where fold(words) like '%' || fold('BINH DANG') || '%'";

        assertThat(database.jdbc().sql(search).query(String.class).list())
                .containsExactly("Kế hoạch vì bình đẳng giới");
        assertThat(database.jdbc().sql("explain " + search).query(String.class).list())
                .anyMatch(line -> line.contains("title_fold_idx"));
    }

    @Test
    void the_vietnamese_collation_sorts_letters_as_a_dictionary_does() {
        assertThat(database.jdbc()
                        .sql("select w from unnest(array['ế','em','đá','dì','ân','ăn']) w order by w collate"
                                + " vietnamese")
                        .query(String.class)
                        .list())
                .containsExactly("ăn", "ân", "dì", "đá", "em", "ế");
    }

    private static String folded(String text) {
        return database.jdbc()
                .sql("select fold(:text)")
                .param("text", text)
                .query(String.class)
                .single();
    }
}
