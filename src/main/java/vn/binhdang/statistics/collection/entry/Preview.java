package vn.binhdang.statistics.collection.entry;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/** A form as it is printed before anybody has filled it in. */
public final class Preview {
    private Preview() {}

    /** Cells that have to be filled in have a star; those that are not asked are empty. */
    public static List<EntryPage.Section> of(Layout layout, Text t) {
        var sections = new ArrayList<EntryPage.Section>();
        for (var section : layout.sections()) {
            String id = "t" + (sections.size() + 1);
            var columns = new ArrayList<EntryPage.Column>();
            for (var column : section.columns())
                columns.add(new EntryPage.Column(id + "-" + columns.size(), column.name(t.language()), ""));
            var rows = new ArrayList<EntryPage.Row>();
            for (var row : section.rows()) {
                var cells = new ArrayList<EntryPage.Cell>();
                for (int i = 0; i < columns.size(); i++) {
                    var cell = row.cells().get(i);
                    cells.add(EntryPage.Cell.shown(
                            columns.get(i).name(),
                            columns.get(i).id(),
                            sign(cell, section.columns().get(i))));
                }
                rows.add(new EntryPage.Row(id + "r" + rows.size(), row.name(t.language()), cells));
            }
            sections.add(new EntryPage.Section(
                    id, section.name(t.language()), section.hint(t.language()), columns, rows, null));
        }
        return sections;
    }

    private static String sign(Layout.@org.jspecify.annotations.Nullable Cell cell, Layout.Column column) {
        if (column.share() != null) return "%";
        return cell == null ? "" : cell.required() ? "… *" : "…";
    }
}
