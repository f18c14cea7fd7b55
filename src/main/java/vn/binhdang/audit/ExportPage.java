package vn.binhdang.audit;

import org.jspecify.annotations.Nullable;

/**
 * @param from and {@code to}: as typed
 * @param problem message key of what has to be mended
 */
public record ExportPage(
        String from,
        String to,
        boolean installation,
        @Nullable String problem) {}
