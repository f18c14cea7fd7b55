/**
 * Tables that offices keep in Excel (.xlsx) or CSV, read row by row with every mistake at its address.
 *
 * <p>A {@link vn.binhdang.organisation.sheet.SheetLayout} names the columns; their headings and explanations are texts
 * ({@code organisation.sheet.<layout>.<column>} and the same with {@code .help} and {@code .example}).
 * {@link vn.binhdang.organisation.sheet.SheetReader} finds the heading row, refuses what is no honest table
 * ({@link vn.binhdang.organisation.sheet.UnreadableSheet}) and hands over one
 * {@link vn.binhdang.organisation.sheet.SheetRow} after the other, whose typed getters collect what is wrong in
 * {@link vn.binhdang.organisation.sheet.Mistakes}: "row 12, column Đơn vị: …". Only the row at hand is kept in memory.
 * {@link vn.binhdang.organisation.sheet.SheetTemplate} writes the empty table to download.
 *
 * <p>A workbook of several sheets, as a form to fill in is, is read whole by
 * {@link vn.binhdang.organisation.sheet.SheetBook}, under the same limits.
 */
@NamedInterface("sheet")
@NullMarked
package vn.binhdang.organisation.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
