package vn.binhdang.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV about a file before it is kept (INSTREAM of clamd(8)): where {@code binhdang.clamd} says, by socket or
 * {@code host:port}; without a word at the socket of Debian's package, when that is there. {@code off} asks nobody.
 */
@Component
public class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final Path OF_DEBIAN = Path.of("/run/clamav/clamd.ctl");
    private static final int CHUNK = 1 << 16;
    private static final int PATIENCE_SECONDS = 60;
    private static final int LONGEST_ANSWER = 4096;

    public enum Verdict {
        /** also when nobody is asked */
        PASSED,
        INFECTED,
        /** larger than clamd takes (StreamMaxLength) */
        TOO_LARGE,
        /** asked for, and no answer: nothing is kept that was not looked at */
        NO_ANSWER
    }

    /** How clamd is reached. */
    public enum Way {
        SOCKET,
        NETWORK,
        OFF
    }

    /** What it said last since the start of the product, and when. */
    public record Answer(Verdict verdict, Instant at) {}

    private final Optional<SocketAddress> clamd;
    private final Clock clock;
    private final AtomicReference<@Nullable Answer> last = new AtomicReference<>();

    VirusScan(@Value("${binhdang.clamd:}") String where, Clock clock) {
        this.clock = clock;
        this.clamd = address(where.strip());
        LOG.info("files are {} by ClamAV", clamd.isPresent() ? "scanned" : "not scanned");
    }

    private static Optional<SocketAddress> address(String where) {
        if (where.equals("off")) return Optional.empty();
        if (where.isEmpty())
            return Files.exists(OF_DEBIAN) ? Optional.of(UnixDomainSocketAddress.of(OF_DEBIAN)) : Optional.empty();
        if (where.startsWith("/")) return Optional.of(UnixDomainSocketAddress.of(where));
        int colon = where.lastIndexOf(':');
        if (colon < 1 || !where.substring(colon + 1).matches("\\d{1,5}"))
            throw new IllegalArgumentException("binhdang.clamd is neither off, nor a path, nor host:port: " + where);
        return Optional.of(
                new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1))));
    }

    public Way way() {
        if (clamd.isEmpty()) return Way.OFF;
        return clamd.get() instanceof UnixDomainSocketAddress ? Way.SOCKET : Way.NETWORK;
    }

    /** Empty until a file was looked at. */
    public Optional<Answer> lastAnswer() {
        return Optional.ofNullable(last.get());
    }

    public Verdict of(Path content) {
        if (clamd.isEmpty()) return Verdict.PASSED;
        var verdict = asked(clamd.get(), content, PATIENCE_SECONDS);
        last.set(new Answer(verdict, clock.instant()));
        return verdict;
    }

    private static Verdict asked(SocketAddress clamd, Path content, int seconds) {
        try {
            return verdict(inTime(() -> asked(clamd, content), seconds));
        } catch (IOException e) {
            LOG.warn("clamd does not answer: {}", e.toString());
            return Verdict.NO_ANSWER;
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith("OK")) return Verdict.PASSED;
        // "stream: Win.Test.EICAR_HDB-1 FOUND": the name is that of the virus, not of the file.
        LOG.warn("clamd says {}", answer);
        if (answer.endsWith("FOUND")) return Verdict.INFECTED;
        return answer.contains("size limit exceeded") ? Verdict.TOO_LARGE : Verdict.NO_ANSWER;
    }

    private static String asked(SocketAddress clamd, Path content) throws IOException {
        try (var channel = clamd instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
                var in = Files.newInputStream(content)) {
            channel.connect(clamd);
            send(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            var chunk = new byte[CHUNK];
            try {
                for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                    send(
                            channel,
                            ByteBuffer.allocate(Integer.BYTES).putInt(read).flip());
                    send(channel, ByteBuffer.wrap(chunk, 0, read));
                }
                send(channel, ByteBuffer.allocate(Integer.BYTES));
            } catch (IOException e) {
                // It hangs up in the middle of what is too large for it, and has said why.
                return answer(channel).orElseThrow(() -> e);
            }
            return answer(channel).orElseThrow(() -> new IOException("it hung up"));
        }
    }

    private static void send(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static Optional<String> answer(SocketChannel channel) throws IOException {
        var in = Channels.newInputStream(channel);
        var said = new ByteArrayOutputStream();
        // To the zero that ends it and not to the end of the stream: when clamd hangs up on what is too large, a reset
        // follows its sentence.
        for (int read = in.read(); read > 0 && said.size() < LONGEST_ANSWER; read = in.read()) said.write(read);
        String sentence = said.toString(StandardCharsets.UTF_8).strip();
        return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
    }

    /** A scanner that hangs must not hold the request for ever; its thread goes on alone until its socket ends. */
    private static String inTime(Callable<String> asking, int seconds) throws IOException {
        var task = new FutureTask<>(asking);
        var thread = Thread.ofVirtual().start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt(); // closes its channel
            throw new IOException("no answer in %d s".formatted(seconds), e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
