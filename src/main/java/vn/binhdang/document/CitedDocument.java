package vn.binhdang.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document named in the text: by {@code number} ("311/KH-UBND"), or a law or strategy by {@code name}. */
public record CitedDocument(
        @Nullable String type,
        @Nullable String number,
        @Nullable String name,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable Lines lines) {}
