package vn.binhdang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeptUntilChangedTest {
    private final List<Long> reads = new ArrayList<>();

    private KeptUntilChanged<String> keptWithNumbers(long... numbers) {
        PrimitiveIterator.OfLong next = LongStream.of(numbers).iterator();
        return new KeptUntilChanged<>(next::nextLong, number -> {
            reads.add(number);
            return "read at " + number;
        });
    }

    @Test
    void isReadOnceWhileItsNumberStaysTheSame() {
        var kept = keptWithNumbers(7, 7, 7, 7);

        assertThat(kept.current()).isSameAs(kept.current()).isEqualTo("read at 7");
        assertThat(reads).containsExactly(7L);
    }

    @Test
    void isReadAnewWhenItsNumberHasChangedToWhateverOther() {
        var kept = keptWithNumbers(7, 7, 3, 3);

        kept.current();

        assertThat(kept.current()).isEqualTo("read at 3");
    }

    @Test
    void isReadAgainWhenItChangedWhileItWasRead() {
        var kept = keptWithNumbers(7, 8, 8);

        assertThat(kept.current()).isEqualTo("read at 8");
        assertThat(reads).containsExactly(7L, 8L);
    }
}
