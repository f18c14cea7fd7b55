package vn.binhdang.database;

/**
 * A migration that a database has been through.
 * @param checksum of its text, as Flyway counts it
 */
public record AppliedMigration(String version, int checksum) {}
