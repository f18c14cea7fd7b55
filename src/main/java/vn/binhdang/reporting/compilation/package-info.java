/**
 * From tasks to the text of a report. {@link vn.binhdang.reporting.compilation.ReportCompiler} lists the parts of the text
 * in their order; each part turns the data of the period into slots (paragraphs with a name that stays the same from one
 * compilation to the next). Nothing is invented: where there is no data the text says so, and what only a person can
 * write is left empty and asked for.
 */
@NullMarked
package vn.binhdang.reporting.compilation;

import org.jspecify.annotations.NullMarked;
