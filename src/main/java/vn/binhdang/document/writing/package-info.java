/**
 * The typesetter: {@link vn.binhdang.document.writing.DocumentWriter} turns an administrative document into a Word file
 * and a PDF in the layout of Decree 30/2020/NĐ-CP, annex I.
 *
 * <p>Three steps, each blind to the others: {@code Composer} and its parts decide what stands on the page and in which
 * {@code PartStyle}; the two printers, {@code PdfPrinter} and {@code DocxPrinter}, know only {@code Piece}s. All measures
 * stand in {@code DecreeLayout} and {@code PartStyle}, so the two files cannot drift apart.
 */
@NullMarked
@NamedInterface("writing")
package vn.binhdang.document.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
