package vn.binhdang.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.testing.TestDatabase;

class NumberSeriesTest {
    static final TestDatabase database = TestDatabase.create();
    static final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

    final NumberSeries numbers = new NumberSeries(database.jdbc());
    final UnitId agency = UnitId.create();

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void thirty_two_at_once_get_every_number_once_and_two_agencies_do_not_meet() throws Exception {
        var other = UnitId.create();
        var jobs = new ArrayList<Callable<List<Integer>>>();
        for (int clerk = 0; clerk < 32; clerk++) {
            var mine = clerk % 2 == 0 ? agency : other;
            jobs.add(
                    () -> IntStream.range(0, 20).mapToObj(_ -> take(mine, 2026)).toList());
            jobs.add(
                    () -> IntStream.range(0, 20).mapToObj(_ -> take(mine, 2026)).toList());
        }
        var evens = new ArrayList<Integer>();
        var odds = new ArrayList<Integer>();
        try (var clerks = Executors.newFixedThreadPool(32)) {
            var given = clerks.invokeAll(jobs);
            for (int i = 0; i < given.size(); i++)
                (i / 2 % 2 == 0 ? evens : odds).addAll(given.get(i).get());
        }
        var all = IntStream.rangeClosed(1, 640).boxed().toList();
        assertThat(evens).containsExactlyInAnyOrderElementsOf(all);
        assertThat(odds).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void each_year_begins_with_one() {
        assertThat(List.of(take(agency, 2026), take(agency, 2026), take(agency, 2027), take(agency, 2026)))
                .containsExactly(1, 2, 1, 3);
    }

    @Test
    void a_number_taken_in_a_transaction_that_fails_is_given_to_the_next() {
        take(agency, 2026);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    numbers.take(agency, 2026, NumberSeries.COMMON);
                    throw new IllegalStateException("the typesetter failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(take(agency, 2026)).isEqualTo(2);
    }

    @Test
    void looking_at_the_next_number_does_not_take_it() {
        assertThat(offered()).isEqualTo(1);
        assertThat(offered()).isEqualTo(1);
        assertThat(take(agency, 2026)).isEqualTo(1);
        assertThat(offered()).isEqualTo(2);
    }

    private int offered() {
        return numbers.offered(agency, null, LocalDate.of(2026, 5, 4)).number();
    }

    @Test
    void a_type_has_a_series_of_its_own_only_where_and_while_the_head_ruled_so() {
        database.jdbc().sql("""
            insert into number_series_rule values (:agency, 'Báo cáo', 'BC', 'Quyết định số 3/QĐ-SKHCN',
                                                   date '2026-01-01', date '2027-01-01')
            """).param("agency", agency.value()).update();
        assertThat(series("Báo cáo", LocalDate.of(2026, 5, 4))).isEqualTo("BC");
        assertThat(series("BÁO CÁO", LocalDate.of(2026, 12, 31))).isEqualTo("BC");
        assertThat(series("Báo cáo", LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(series("Kế hoạch", LocalDate.of(2026, 5, 4))).isEmpty();
        assertThat(numbers.seriesFor(UnitId.create(), "Báo cáo", LocalDate.of(2026, 5, 4)))
                .isEmpty();
    }

    private String series(String type, LocalDate day) {
        String series = numbers.seriesFor(agency, type, day);
        assertThat(numbers.offered(agency, type, day).series()).isEqualTo(series);
        return series;
    }

    private int take(UnitId from, int year) {
        Integer number = transaction.execute(_ -> numbers.take(from, year, NumberSeries.COMMON));
        assertThat(number).isNotNull();
        return number;
    }
}
