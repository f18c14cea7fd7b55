package vn.binhdang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.testing.OfficeClient;
import vn.binhdang.testing.RunningProduct;

/** A kill -9 in the middle of writing a table: nothing of it is there, and the job brings it to its end by itself. */
class KilledImportTest {
    private static final int ROWS = 12_000;
    private static final String UNITS = "select count(*) from unit_name where name like 'Trạm bị cắt số %'";
    private static final String STATE = "select state from sheet_import";

    @TempDir
    Path folder;

    @Test
    void a_table_cut_off_while_it_is_written_is_not_half_there_and_is_written_whole_after_the_next_start()
            throws Exception {
        // A job of a process that is gone is taken up after six silent beats: here after seconds instead of a minute.
        var settings = Map.of("DBSCHEDULER_HEARTBEATINTERVAL", "1s");
        try (var product = new RunningProduct(folder.resolve("data"), settings).start()) {
            KillTest.letEverybodyIn(product);
            String address;
            try (var clerk = new OfficeClient(product.home())) {
                clerk.signIn("vanphong", product.firstPassword());
                String token = clerk.token("/imports/new/units");
                var brought = clerk.upload("/imports/new/units", token, "tram.csv", table());
                address = brought.headers().firstValue("Location").orElseThrow();
                awaitIn(product, STATE, "READY");
                assertThat(clerk.post(address + "/write", Map.of("_csrf", token))
                                .statusCode())
                        .isEqualTo(302);
            }
            awaitIn(product, "select state || (rows_total > 0 and rows_done > 0) from sheet_import", "WRITINGtrue");
            product.kill();

            assertThat(ask(product, STATE)).isEqualTo("WRITING");
            assertThat(ask(product, UNITS)).isEqualTo("0");
            product.start();
            awaitIn(product, STATE, "DONE");
            assertThat(ask(product, UNITS)).isEqualTo(Integer.toString(ROWS));
            assertThat(ask(product, "select count(*) from audit_row where action = 'organisation.import.write'"))
                    .isEqualTo("1");
            assertThat(ask(product, "select count(*) from unit_faults(array(select id from unit))"))
                    .isEqualTo("0");
            List<?> faults = product.inDatabase(
                    connection -> new AuditVerification().run(connection).faults());
            assertThat(faults).isEmpty();
        }
    }

    private static String table() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(no -> "Trạm bị cắt số " + no
                        + ",Trung tâm,01/7/2025,UBND tỉnh Hoa Giang / Sở Khoa học và Công nghệ\n")
                .collect(Collectors.joining("", "Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Đường dẫn cấp trên\n", ""));
    }

    private static void awaitIn(RunningProduct product, String sql, String wanted) {
        Awaitility.await(wanted)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ask(product, sql), wanted::equals);
    }

    private static String ask(RunningProduct product, String sql) {
        return product.inDatabase(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        });
    }
}
