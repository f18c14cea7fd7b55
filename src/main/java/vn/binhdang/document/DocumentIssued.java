package vn.binhdang.document;

import java.time.LocalDate;
import java.util.UUID;

/** A document was issued with its number and day. */
public record DocumentIssued(UUID documentId, DocumentKind kind, LocalDate issuedOn) {}
