package vn.binhdang.document;

import org.jspecify.annotations.Nullable;

/**
 * Who signs and in which capacity: KT / GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Triệu Ngọc Trung.
 *
 * @param capacity TM, Q, KT, TL or TUQ, without the full stop; null when the head signs
 * @param onBehalfOf what stands beside the capacity (ỦY BAN NHÂN DÂN, GIÁM ĐỐC)
 * @param title office of the signer
 */
public record Signature(
        @Nullable String capacity,
        @Nullable String onBehalfOf,
        @Nullable String title,
        @Nullable String name) {}
