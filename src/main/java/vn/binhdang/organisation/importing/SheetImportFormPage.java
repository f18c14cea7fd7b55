package vn.binhdang.organisation.importing;

import java.util.List;

/**
 * @param problem what was wrong with the last try; empty at first
 * @param columns what the table holds, for those who bring their own
 */
public record SheetImportFormPage(
        String kind, String title, String lead, String problem, List<Column> columns, List<Latest> latest) {
    public record Column(String heading, boolean needed, String help) {}

    public record Latest(String href, String fileName, String when, String state, String stateCode) {}
}
