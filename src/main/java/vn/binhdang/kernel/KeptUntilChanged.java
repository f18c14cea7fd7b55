package vn.binhdang.kernel;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made of many rows and kept in memory for as long as the number that changes with these rows stays the same.
 * Each question asks for that number first, so it is answered as the transaction that asks sees it.
 */
public final class KeptUntilChanged<T> {
    private final LongSupplier number;
    private final LongFunction<T> read;
    private final AtomicReference<@Nullable Kept<T>> last = new AtomicReference<>();

    private record Kept<T>(long number, T value) {}

    /**
     * @param number asks the database; cheap
     * @param read given the number asked just before
     */
    public KeptUntilChanged(LongSupplier number, LongFunction<T> read) {
        this.number = number;
        this.read = read;
    }

    public T current() {
        var known = last.get();
        long now = number.getAsLong();
        if (known != null && known.number() == now) return known.value();
        // Rows and number are read apart: read again when something was changed in between.
        while (true) {
            var value = read.apply(now);
            long after = number.getAsLong();
            if (after == now) {
                last.set(new Kept<>(now, value));
                return value;
            }
            now = after;
        }
    }
}
