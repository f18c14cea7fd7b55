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

/**
 * What writing the record costs: how many saves of drafts a second the whole product does through its services on its own
 * durable database, with the record on and off in turns.
 */
public final class AuditBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
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
        OUT.println("| agencies | threads | saves/s without | saves/s with | with / without |");
        OUT.println("| --- | --- | --- | --- | --- |");
        for (int agencies : new int[] {16, 1})
            for (int threads : new int[] {1, 4, 16}) line(Math.min(agencies, threads), threads, agencies == 1);
    }

    private void line(int agencies, int threads, boolean one) throws Exception {
        if (threads == 1 && one) return; // the same as one thread of several agencies
        var saves = drafts(agencies, threads);
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
                "| %d | %d | %.0f | %.0f | %.2f |%n",
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
    private double round(List<DraftSaves> saves, boolean recorded) throws Exception {
        SwitchedTrail.turn(recorded);
        var stop = new AtomicBoolean();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(saves.size())) {
            var counts = saves.stream()
                    .map(draft -> threads.submit((Callable<Long>) () -> count(draft, stop)))
                    .toList();
            Thread.sleep(roundMillis);
            stop.set(true);
            long done = 0;
            for (var count : counts) done += count.get();
            return done * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static long count(DraftSaves draft, AtomicBoolean stop) {
        long done = 0;
        while (!stop.get()) {
            draft.save();
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
