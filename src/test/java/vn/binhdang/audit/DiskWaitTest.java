package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiskWaitTest {
    private final DiskWait disk = new DiskWait();
    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void who_comes_alone_writes() {
        disk.await(writes::incrementAndGet);
        disk.await(writes::incrementAndGet);
        assertThat(writes).hasValue(2);
    }

    /** The write that runs began before they came, so it is not theirs; the next one is, for all of them. */
    @Test
    void those_who_come_during_a_write_share_the_next_one() throws Exception {
        var writing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(9)) {
            var first = threads.submit(() -> disk.await(() -> {
                writes.incrementAndGet();
                writing.countDown();
                awaitLatch(go);
            }));
            writing.await();
            var others = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> disk.await(writes::incrementAndGet)))
                    .toList();
            while (disk.waiting() < 8) Thread.onSpinWait();
            assertThat(others).noneMatch(java.util.concurrent.Future::isDone);
            go.countDown();
            first.get();
            for (var other : others) other.get();
        }
        assertThat(writes).hasValue(2);
    }

    @Test
    void a_write_that_failed_is_nobodys() {
        assertThatThrownBy(() -> disk.await(() -> {
                    throw new IllegalStateException("connection lost");
                }))
                .hasMessage("connection lost");
        disk.await(writes::incrementAndGet);
        assertThat(writes).hasValue(1);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
