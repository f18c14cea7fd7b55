package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.UnreadableDocument;

class BoundedReadingTest {
    @Test
    void what_never_ends_is_refused_in_words() {
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> BoundedReading.run(
                        () -> {
                            never.await();
                            return "";
                        },
                        Deadline.in(Duration.ofMillis(50))))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("TOO_SLOW");
    }

    @Test
    void what_ends_in_time_answers() throws UnreadableDocument {
        assertThat(Extraction.inTime(() -> "kế hoạch")).isEqualTo("kế hoạch");
    }
}
