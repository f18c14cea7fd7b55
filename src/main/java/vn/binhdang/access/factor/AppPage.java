package vn.binhdang.access.factor;

import org.jspecify.annotations.Nullable;

/** @param secret in groups of four, for apps without a camera */
public record AppPage(QrCode qr, String secret, @Nullable String problem) {}
