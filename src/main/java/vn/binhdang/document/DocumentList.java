package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code next} names the last document, where the next page goes on; null on the last page. */
public record DocumentList(
        List<OutgoingDocument> documents, @Nullable String next) {
    public DocumentList {
        documents = List.copyOf(documents);
    }
}
