package vn.binhdang.statistics.collection.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Values from another system are brought in unit by unit and revision by revision; who accepts meanwhile only waits. */
@PageTest
@Import(Country.class)
class AcceptBesideOthersTest {
    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Country.Founded country;
    private String office;
    private Actor officer;

    @BeforeEach
    void a_province_has_two_communes() {
        country = world.found(2, 1, 30);
        office = "office" + country.code();
        world.account(office, country.north(), Role.OFFICE_CLERK, Role.STATISTICIAN);
        officer = pages.actor(country.provincial());
    }

    private SubmissionId submitted(UnitId unit) {
        var id = world.answer(country, office, unit, 4, 1, 10);
        desk.submit(pages.actor(office), id, world.edition(id));
        return id;
    }

    private void lock(SubmissionId id, String orNot) {
        jdbc.sql("select id from stat_submission where id = :id for update " + orNot)
                .param("id", id.value())
                .query()
                .singleRow();
    }

    /** Asked by the connection that holds the row, since it is its own waiters that are looked for. */
    private void awaitWhoWaitsForUs() {
        Awaitility.await("somebody who waits for us")
                .pollInSameThread()
                .until(() -> jdbc.sql("""
                    select exists (select 1 from pg_locks
                                   where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                    """).query(Boolean.class).single());
    }

    /** @return what the act comes to that waits for the first and leaves the second to whoever has the first */
    private <T> T beside(SubmissionId first, SubmissionId second, Callable<T> act) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<T> acting = new TransactionTemplate(transactions).execute(_ -> {
                lock(first, "");
                var started = threads.submit(act);
                awaitWhoWaitsForUs();
                lock(second, "nowait");
                return started;
            });
            return Objects.requireNonNull(acting).get();
        }
    }

    @Test
    void of_two_units_nobody_holds_the_second_while_waiting_for_the_first() throws Exception {
        // Handed in the other way round than the units were founded.
        var second = submitted(country.northern().get(1));
        var first = submitted(country.northern().get(0));
        var editions = new HashMap<SubmissionId, Integer>();
        for (var id : List.of(first, second)) editions.put(id, world.edition(id));
        assertThat(beside(first, second, () -> desk.acceptClean(officer, editions)))
                .isEmpty();
        assertThat(world.state(first)).isEqualTo("ACCEPTED");
        assertThat(world.state(second)).isEqualTo("ACCEPTED");
    }

    @Test
    void nobody_holds_an_amendment_while_waiting_for_what_it_replaces() throws Exception {
        var first = submitted(country.northern().getFirst());
        desk.accept(officer, first, world.edition(first));
        var amendment = desk.amend(pages.actor(office), first, "Bổ sung số liệu gửi muộn");
        world.fill(pages.actor(office), amendment, 5, 1, 10);
        desk.submit(pages.actor(office), amendment, world.edition(amendment));
        var editions = Map.of(amendment, world.edition(amendment));
        assertThat(beside(first, amendment, () -> desk.acceptClean(officer, editions)))
                .isEmpty();
        assertThat(world.state(first)).isEqualTo("REPLACED");
        assertThat(world.state(amendment)).isEqualTo("ACCEPTED");
    }
}
