package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phụ lục: {@code label} "Phụ lục I", its title, the line "(Kèm theo …)", and what it holds. */
public record Annex(
        @Nullable String label,
        @Nullable String title,
        @Nullable String attachedTo,
        List<Block> body) {
    public Annex {
        body = List.copyOf(body);
    }
}
