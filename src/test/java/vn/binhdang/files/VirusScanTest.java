package vn.binhdang.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.files.VirusScan.Verdict;

/** Against a small server that speaks INSTREAM as clamd(8) says. */
class VirusScanTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_file_of_several_chunks() throws IOException {
        file = Files.write(folder.resolve("anh"), "minh chứng ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_whole_file_is_sent_and_a_clean_one_passes() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = answering(clamd, "stream: OK\0");
            assertThat(scan(clamd).of(file)).isEqualTo(Verdict.PASSED);
            assertThat(heard.get()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void a_virus_is_named_infected_and_a_limit_too_large() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answering(clamd, "stream: Win.Test.EICAR_HDB-1 FOUND\0");
            assertThat(scan(clamd).of(file)).isEqualTo(Verdict.INFECTED);
            answering(clamd, "INSTREAM size limit exceeded. ERROR\0");
            assertThat(scan(clamd).of(file)).isEqualTo(Verdict.TOO_LARGE);
            answering(clamd, "");
            assertThat(scan(clamd).of(file)).isEqualTo(Verdict.NO_ANSWER);
        }
    }

    @Test
    void an_answer_ends_with_its_zero_whatever_becomes_of_the_connection() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var scanned = CompletableFuture.supplyAsync(() -> scan(clamd).of(file));
            try (var held = clamd.accept()) {
                held.getOutputStream()
                        .write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
                assertThat(scanned.get(30, TimeUnit.SECONDS)).isEqualTo(Verdict.TOO_LARGE);
            }
        }
    }

    @Test
    void nobody_there_is_no_answer_and_nobody_asked_for_passes() throws IOException {
        int closed;
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = clamd.getLocalPort();
        }
        assertThat(new VirusScan("127.0.0.1:" + closed, Clock.systemUTC()).of(file))
                .isEqualTo(Verdict.NO_ANSWER);
        assertThat(new VirusScan(folder.resolve("no.ctl").toString(), Clock.systemUTC()).of(file))
                .isEqualTo(Verdict.NO_ANSWER);
        assertThat(new VirusScan("off", Clock.systemUTC()).of(file)).isEqualTo(Verdict.PASSED);
        assertThatThrownBy(() -> new VirusScan("clamd", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static VirusScan scan(ServerSocket clamd) {
        return new VirusScan("127.0.0.1:" + clamd.getLocalPort(), Clock.systemUTC());
    }

    /** Takes one file and says its sentence; what it heard. */
    private static CompletableFuture<byte[]> answering(ServerSocket clamd, String sentence) {
        return CompletableFuture.supplyAsync(() -> {
            try (var socket = clamd.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                assertThat(in.readNBytes(10)).isEqualTo("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                var heard = new ByteArrayOutputStream();
                for (int size = in.readInt(); size > 0; size = in.readInt()) heard.write(in.readNBytes(size));
                socket.getOutputStream().write(sentence.getBytes(StandardCharsets.US_ASCII));
                return heard.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
