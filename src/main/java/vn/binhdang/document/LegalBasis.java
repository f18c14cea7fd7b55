package vn.binhdang.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One căn cứ. {@code number} is number and symbol together ("1122/SLĐTBXH-TEBĐG"); null for a law cited by name only. */
public record LegalBasis(
        String text,
        @Nullable String type,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable Lines lines) {}
