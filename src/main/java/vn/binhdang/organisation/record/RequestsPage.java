package vn.binhdang.organisation.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the following page; null on the last */
public record RequestsPage(
        List<RequestLine> requests, @Nullable String next, boolean first) {}
