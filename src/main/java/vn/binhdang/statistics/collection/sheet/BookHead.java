package vn.binhdang.statistics.collection.sheet;

import java.util.HexFormat;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.statistics.collection.Layout;

/**
 * What a workbook of a form is for; written into it, so that a file of another unit, period or form is not taken for this one.
 * @param period its code, 2025S1
 * @param unit its id; of several, that of the unit they lie in
 * @param shape changes when the tables of the form do
 */
record BookHead(Kind kind, String form, String period, String unit, String shape) {
    enum Kind {
        /** One unit, a sheet for each table of the form. */
        ONE_UNIT("binhdang-form-1", "ofOne"),
        /** A row for each unit within the one that is named. */
        SEVERAL_UNITS("binhdang-units-1", "ofSeveral");

        final String mark;

        /** Last part of the key of the sentence that refuses it where another kind is wanted. */
        final String refusal;

        Kind(String mark, String refusal) {
            this.mark = mark;
            this.refusal = refusal;
        }
    }

    static String shapeOf(Layout layout) {
        var text = new StringBuilder();
        for (var section : layout.sections()) {
            text.append("section ").append(section.columns().size()).append('\n');
            for (var row : section.rows()) {
                for (var cell : row.cells())
                    text.append(cell == null ? "-" : cell.slot() + " " + cell.key() + " " + cell.decimals())
                            .append(';');
                text.append('\n');
            }
        }
        byte[] hash = Sha256.of(text.toString());
        return HexFormat.of().formatHex(hash, 0, 12);
    }
}
