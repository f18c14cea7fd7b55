/**
 * From a file to {@link vn.binhdang.document.SourceText}: what kind of file it is, its lines in reading order with what
 * the format knows of their looks, and a refusal in words for everything that is not a document one can read. A file is
 * a stranger's: every extractor counts what it takes in ({@link Limits}) and asks the {@link Deadline} as it goes.
 */
@NullMarked
package vn.binhdang.document.reading.extraction;

import org.jspecify.annotations.NullMarked;
