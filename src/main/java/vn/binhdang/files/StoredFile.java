package vn.binhdang.files;

import java.time.OffsetDateTime;

/** @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits */
public record StoredFile(
        FileId id, String sha256, long size, String mediaType, String originalName, OffsetDateTime storedAt) {}
