/**
 * Brings tables in: a template to download, a file uploaded, checked by a job with progress, every mistake by row and
 * column in one list, a preview, and writing all or nothing once it is confirmed. What the rows mean is the affair of a
 * {@link vn.binhdang.organisation.importing.SheetImporter}, a bean; its pages are then at {@code /imports/new/<kind>}
 * without further code. Texts it needs: {@code organisation.import.<kind>.title}, {@code .lead} and {@code .one} (what a
 * row is called), besides those of its layout.
 */
@NullMarked
package vn.binhdang.organisation.importing;

import org.jspecify.annotations.NullMarked;
