package vn.binhdang.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.BinhDang;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.audit.KeyFolder;
import vn.binhdang.audit.SwitchedTrail;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.DraftSaves;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.sample.SampleDepartment;

/**
 * What writing the record costs: how many saves of drafts a second the whole product does through its services on its own
 * durable database, with the record on and off in turns.
 */
public final class AuditBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String PASSWORD = "một câu chỉ để đo";
    private static final String SUBJECT = "Về việc triển khai kế hoạch";

    private final ApplicationContext product;
    private final int rounds;
    private final long roundMillis;

    private AuditBench(ApplicationContext product, int rounds, long roundMillis) {
        this.product = product;
        this.rounds = rounds;
        this.roundMillis = roundMillis;
    }

    /** @param arguments data folder, rounds, milliseconds of each */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        long millis = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1500;
        try (var context = new SpringApplicationBuilder(BinhDang.class, SwitchedTrail.class)
                .run(
                        "--server.port=0",
                        "--binhdang.data=" + data,
                        "--binhdang.sample=false",
                        "--spring.datasource.hikari.maximum-pool-size=20")) {
            new AuditBench(context, rounds, millis).run();
            verify(context, data);
        }
    }

    private void run() throws Exception {
        OUT.println("| saved through | agencies | threads | saves/s without | saves/s with | with / without |");
        OUT.println("| --- | --- | --- | --- | --- | --- |");
        var clerk = product.getBean(SampleDepartment.class).found(PASSWORD).clerk();
        product.getBean(JdbcClient.class)
                .sql("update account set must_change_password = false")
                .update();
        for (int threads : new int[] {1, 4, 16}) line("service", threads, threads, drafts(threads, threads));
        for (int threads : new int[] {4, 16}) line("service", 1, threads, drafts(1, threads));
        for (int i = 0; i < 5; i++) round(pages(clerk, 4), true); // the pages want to be warm, too
        for (int threads : new int[] {1, 4, 16}) line("page", 1, threads, pages(clerk, threads));
    }

    private void line(String through, int agencies, int threads, List<? extends Runnable> saves) throws Exception {
        round(saves, true);
        round(saves, false);
        double[] with = new double[rounds];
        double[] without = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            without[i] = round(saves, false);
            with[i] = round(saves, true);
        }
        OUT.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.0f | %.2f |%n",
                through,
                agencies,
                threads,
                median(without),
                median(with),
                median(with) / median(without));
    }

    private List<DraftSaves> drafts(int agencies, int threads) {
        SwitchedTrail.turn(true);
        var clerks = new ArrayList<Actor>();
        for (int i = 0; i < agencies; i++) clerks.add(clerk());
        var saves = new ArrayList<DraftSaves>();
        for (int i = 0; i < threads; i++) {
            var clerk = clerks.get(i % agencies);
            var id = product.getBean(OutgoingDocuments.class).create(clerk, DocumentKind.PLAN, plan(), 2026, null);
            saves.add(new DraftSaves(product, clerk, id, SUBJECT));
        }
        return saves;
    }

    private List<PageSaves> pages(Actor clerk, int threads) {
        SwitchedTrail.turn(true);
        var home = "http://localhost:" + product.getEnvironment().getProperty("local.server.port");
        var saves = new ArrayList<PageSaves>();
        for (int i = 0; i < threads; i++) {
            var id = product.getBean(OutgoingDocuments.class).create(clerk, DocumentKind.PLAN, plan(), 2026, null);
            saves.add(new PageSaves(home, "vanphong", PASSWORD, id, SUBJECT));
        }
        return saves;
    }

    private static Actor clerk() {
        var agency = UnitId.create();
        return new Actor(
                AccountId.create(),
                PersonId.create(),
                agency,
                agency,
                Set.of(new Grant(Role.OFFICE_CLERK, agency, false)));
    }

    private static AdministrativeDocument plan() {
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                SUBJECT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** Saves a second. */
    private double round(List<? extends Runnable> saves, boolean recorded) throws Exception {
        SwitchedTrail.turn(recorded);
        var stop = new AtomicBoolean();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(saves.size())) {
            var counts = saves.stream()
                    .map(save -> threads.submit((Callable<Long>) () -> count(save, stop)))
                    .toList();
            Thread.sleep(roundMillis);
            stop.set(true);
            long done = 0;
            for (var count : counts) done += count.get();
            return done * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static long count(Runnable save, AtomicBoolean stop) {
        long done = 0;
        while (!stop.get()) {
            save.run();
            done++;
        }
        return done;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void verify(ApplicationContext product, Path data) throws Exception {
        long begun = System.nanoTime();
        try (var connection = product.getBean(javax.sql.DataSource.class).getConnection()) {
            var result = new AuditVerification().with(new KeyFolder(data)).run(connection);
            OUT.printf(
                    Locale.ROOT,
                    "%nThe record is %s: %,d rows verified in %.1f s.%n",
                    result.whole() ? "whole" : "NOT whole",
                    result.rows(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }
}
