package vn.binhdang.audit;

import java.util.Map;
import java.util.UUID;

/**
 * What is known of a deed before it has its place in a chain. The names are those of the JSON that {@code audit_append}
 * takes.
 * @param at ISO, UTC, microseconds
 */
record DeedRow(
        UUID agency,
        String at,
        UUID account,
        UUID unit,
        String roles,
        String kind,
        String action,
        UUID record,
        Map<String, Object> fields,
        String request) {}
