package vn.binhdang.access.permissions;

import java.util.List;

/**
 * Actions by roles, and what the reader holds.
 * @param held the reader's roles with their scopes, own ones first
 */
public record PermissionsPage(List<Column> roles, List<Row> rows, List<Held> held) {
    /** @param own the reader holds it today */
    public record Column(String key, boolean own) {}

    /** @param cells in the order of the columns */
    public record Row(String key, boolean mayDo, List<Cell> cells) {}

    public record Cell(String roleKey, boolean allowed, boolean own) {}

    /** @param capacityKey empty for an own role, with the name of {@code behalf} otherwise */
    public record Held(String roleKey, String scope, boolean below, String capacityKey, String behalf) {}
}
