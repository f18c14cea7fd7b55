package vn.binhdang.organisation.event;

/** The tables in which an event changes rows, each with the column that names the unit. */
enum Fact {
    LIFE("unit", "id"),
    NAME("unit_name", "unit_id"),
    PLACE("unit_parent", "unit_id"),
    CODE("unit_code", "unit_id"),
    ALIAS("unit_alias", "unit_id"),
    LETTERHEAD("agency_letterhead", "agency_id"),
    OFFICE("office_held", "unit_id"),
    SUCCESSION("unit_succession", "from_id");

    private final String table;
    private final String unitColumn;

    Fact(String table, String unitColumn) {
        this.table = table;
        this.unitColumn = unitColumn;
    }

    String table() {
        return table;
    }

    String unitColumn() {
        return unitColumn;
    }
}
