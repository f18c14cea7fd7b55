package vn.binhdang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.binhdang.testing.OfficeClient;

/**
 * Several people who begin one plan after the other until the product is gone. What was answered with success is
 * remembered: it must never be lost.
 */
final class OfficeUnderLoad implements AutoCloseable {
    static final String SUBJECT = "Dưới tải ";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PLAN = Pattern.compile("/plans/([0-9a-f-]{36})/");

    private final List<Clerk> clerks = new ArrayList<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean over;

    /** Everybody signs in; sessions outlive the product. */
    OfficeUnderLoad(URI home, List<String> usernames, String password) throws IOException, InterruptedException {
        for (String username : usernames) {
            var client = new OfficeClient(home);
            client.signIn(username, password);
            clerks.add(new Clerk(client, client.token("/plans/new")));
        }
    }

    /** Works until the product cannot be reached. */
    void start() {
        over = false;
        clerks.forEach(Clerk::start);
    }

    /** Waits until so many more acts were answered. */
    void awaitMore(int acts) {
        int goal = acknowledged.size() + acts;
        Awaitility.await("answers")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> acknowledged.size() >= goal || !strange.isEmpty());
        assertNothingStrange();
    }

    void awaitEnd() throws InterruptedException {
        for (Clerk clerk : clerks) clerk.join();
        assertNothingStrange();
    }

    void stop() throws InterruptedException {
        over = true;
        awaitEnd();
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    /** Requests whose connection ended without an answer: nobody can tell whether they were carried out. */
    int unanswered() {
        return unanswered.get();
    }

    private void assertNothingStrange() {
        assertThat(strange).as("answers that are neither success nor the end").isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        for (Clerk clerk : clerks) clerk.client.close();
    }

    private final class Clerk {
        private final OfficeClient client;
        private final String token;
        private @Nullable Thread thread;
        private int number;

        Clerk(OfficeClient client, String token) {
            this.client = client;
            this.token = token;
        }

        void start() {
            thread = Thread.ofPlatform().start(this::work);
        }

        void join() throws InterruptedException {
            if (thread != null) thread.join();
        }

        private void work() {
            while (!over && act()) number++;
        }

        /** False when the product is gone. */
        private boolean act() {
            try {
                var answer =
                        client.post("/plans/new", Map.of("_csrf", token, "year", "2027", "subject", SUBJECT + number));
                var plan = PLAN.matcher(answer.headers().firstValue("Location").orElse(""));
                if (answer.statusCode() == 302 && plan.find()) return acknowledged.add(UUID.fromString(plan.group(1)));
                strange.add(answer.statusCode() + " " + answer.headers().firstValue("Location"));
                return false;
            } catch (ConnectException refused) {
                return false; // not sent, so not done
            } catch (IOException | InterruptedException cut) {
                unanswered.incrementAndGet();
                return false;
            }
        }
    }
}
