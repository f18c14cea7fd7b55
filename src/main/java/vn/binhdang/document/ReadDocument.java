package vn.binhdang.document;

/** A file's text and what was understood of it; the line numbers of the document point into the source. */
public record ReadDocument(SourceText source, AdministrativeDocument document) {}
