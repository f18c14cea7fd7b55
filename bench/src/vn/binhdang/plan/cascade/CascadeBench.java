package vn.binhdang.plan.cascade;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.BinhDang;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.ReceivedFromAbove;
import vn.binhdang.plan.cascade.CascadeView.Stage;
import vn.binhdang.web.Text;

/** How long it takes until thousands of agencies have their draft plans, and how fast the superior sees them. */
public final class CascadeBench {
    private static final long LOOK_NANOS = 50_000_000;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ApplicationContext product;
    private final JdbcClient jdbc;
    private final int questions;

    private CascadeBench(ApplicationContext product, int questions) {
        this.product = product;
        this.jdbc = product.getBean(JdbcClient.class);
        this.questions = questions;
    }

    /** @param arguments folder for the data, number of communes, questions per line */
    public static void main(String[] arguments) {
        int communes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3400;
        int questions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        try (var product = new SpringApplicationBuilder(BinhDang.class)
                .run("--server.port=0", "--binhdang.data=" + arguments[0] + "/data")) {
            new CascadeBench(product, questions).run(communes);
        }
        System.exit(0);
    }

    private void run(int communes) {
        lay(communes);
        var clerk = actor("vanphong");
        var plan = PlanId.of(jdbc.sql("select id from plan where import_id is not null")
                .query(String.class)
                .single());
        var cascades = product.getBean(Cascades.class);
        var clauses = jdbc.sql("select cast(id as text) from plan_task where plan_id = :plan")
                .param("plan", plan.value())
                .query(String.class)
                .list();
        var form = new PassDownForm(clauses, List.of("COMMUNE"), null, "", "", true, null, null);
        long before = System.nanoTime();
        int seen = cascades.addressing(clerk, plan, form).addressees().size();
        out.printf(Locale.ROOT, "preview of %,d addressees: %.2f s%n", seen, (System.nanoTime() - before) / 1e9);
        before = System.nanoTime();
        var id = cascades.pass(
                clerk, plan, new PassDownForm(clauses, List.of("COMMUNE"), null, "", "", true, seen, null), null);
        out.printf(Locale.ROOT, "the act answers after %.2f s%n", (System.nanoTime() - before) / 1e9);
        while (!state(id).equals("DONE")) LockSupport.parkNanos(LOOK_NANOS);
        out.printf(
                Locale.ROOT,
                "%,d addressees with %d clauses each: %.1f s until the last has its draft; %,d documents, %,d tasks,"
                        + " %,d notices, %,d rows of record%n",
                seen,
                clauses.size(),
                (System.nanoTime() - before) / 1e9,
                count("select count(distinct plan_id) from plan_addressee"),
                count("select count(*) from plan_task where addressee_id is not null"),
                count("select count(*) from notice"),
                count("select count(*) from audit_row where action = 'plan.cascade.receive'"));
        jdbc.sql("analyze").update();
        answers(seen);
        pages(clerk, id);
    }

    /** A third has confirmed, a fifth issued: numbers as a parent view finds them in the middle of a year. */
    private void answers(int seen) {
        jdbc.sql("update plan_addressee set confirmed_at = now() where abs(hashtext(cast(id as text))) % 3 = 0")
                .update();
        jdbc.sql("""
            update outgoing_document d
            set    state = 'ISSUED', symbol = 'KH-UBND', series = 'KH', issued_on = current_date, number = 1,
                   signer_id = created_by, signing_capacity = 'HEAD', issued_content = head, docx_file_id = d.id, pdf_file_id = d.id
            from   plan_addressee a where a.plan_id = d.id and abs(hashtext(cast(a.id as text))) % 5 = 0
            """).update();
    }

    private void pages(Actor clerk, CascadeId id) {
        var pages = product.getBean(CascadePages.class);
        var t = Text.in(Text.VIETNAMESE);
        out.printf("%-52s %9s %9s%n", "page made ready, one after another", "p50 ms", "p95 ms");
        line("parent view, first page", () -> pages.show(clerk, id, "", Stage.EVERY, null, t));
        line("parent view, not confirmed", () -> pages.show(clerk, id, "", Stage.NOT_CONFIRMED, null, t));
        line("parent view, search", () -> pages.show(clerk, id, "xa so 33", Stage.EVERY, null, t));
        line("parent view, a page from the middle", () -> pages.show(clerk, id, "", Stage.EVERY, middle(id), t));
        line("list of what was passed down", () -> pages.list(clerk, null, t));
        var commune = communeClerk();
        var received = product.getBean(ReceivedFromAbove.class);
        var day = java.time.LocalDate.now();
        line("what a commune received", () -> received.open(commune, day, null, 30));
        var sheets = product.getBean(CascadeSheet.class);
        long before = System.nanoTime();
        int size = sheets.of(clerk, id, "", Stage.EVERY, t).length;
        out.printf(
                Locale.ROOT, "Excel table of all: %.1f s, %,d kB%n", (System.nanoTime() - before) / 1e9, size / 1024);
    }

    private AddresseeId middle(CascadeId id) {
        return new AddresseeId(
                jdbc.sql("select id from plan_addressee where cascade_id = :id order by id offset 1700 limit 1")
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional()
                        .orElseThrow());
    }

    private void line(String what, Runnable question) {
        for (int i = 0; i < 20; i++) question.run();
        double[] millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            long before = System.nanoTime();
            question.run();
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        out.printf(Locale.ROOT, "%-52s %9.1f %9.1f%n", what, millis[questions / 2], millis[questions * 95 / 100]);
    }

    private String state(CascadeId id) {
        return jdbc.sql("select state from plan_cascade where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private Actor actor(String username) {
        record Row(UUID id, UUID personId, UUID agencyId, UUID unitId) {}
        var row = jdbc.sql("select id, person_id, agency_id, unit_id from account where username = :name")
                .param("name", username)
                .query(Row.class)
                .single();
        return Actor.of(
                new AccountId(row.id()),
                new PersonId(row.personId()),
                new UnitId(row.agencyId()),
                new UnitId(row.unitId()),
                Set.of(Role.OFFICE_CLERK));
    }

    private Actor communeClerk() {
        return actor("xa1");
    }

    /** Communes of the province above the sample department, each with a clerk who has an account. */
    private void lay(int communes) {
        UUID province = jdbc.sql("select p.parent_id from unit_parent p join account a on a.agency_id = p.unit_id"
                        + " where a.username = 'vanphong'")
                .query(UUID.class)
                .single();
        String sql = """
            insert into unit (id, valid_from) select id, date '2020-01-01' from c;
            insert into unit_name (unit_id, kind, name, symbol_abbreviation, valid_from)
            select id, 'COMMUNE', 'Xã Số ' || n, 'UBND', date '2020-01-01' from c;
            insert into unit_parent (unit_id, parent_id, valid_from) select id, '%1$s', date '2020-01-01' from c;
            insert into agency_letterhead (agency_id, parent_line, place_of_issue, valid_from)
            select id, 'Tỉnh Hoa Giang', 'Xã Số ' || n, date '2020-01-01' from c;
            select derive_unit_within(array(select id from c));
            insert into person (id, family_name, given_name, sex) select person, 'Người', 'Xã ' || n, 'U' from c;
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            select gen_random_uuid(), person, id, 'HEAD', 'Chủ tịch', date '2020-01-01' from c;
            insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id, unit_id)
            select account, person, 'xa' || n, '-', false, now(), id, id from c;
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select gen_random_uuid(), account, id, id, 'OFFICE_CLERK', id, true, date '2020-01-01' from c;
            analyze;
            """.formatted(province);
        layInOne(sql, communes);
    }

    /** The temporary table lives in one connection. */
    private void layInOne(String sql, int communes) {
        new org.springframework.jdbc.core.JdbcTemplate(product.getBean(javax.sql.DataSource.class))
                .execute((java.sql.Connection connection) -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(
                                "drop table if exists c; create temporary table c as select gen_random_uuid() as id,"
                                        + " gen_random_uuid() as person, gen_random_uuid() as account, n from"
                                        + " generate_series(1, "
                                        + communes + ") n");
                        statement.execute(sql);
                    }
                    return null;
                });
    }
}
