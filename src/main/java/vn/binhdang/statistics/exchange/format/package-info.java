/**
 * Formats in which figures leave and enter: one neutral table ({@link vn.binhdang.statistics.exchange.format.DataCube}), one
 * streaming writer for each format, readers for those that come in. Without Spring and without a database: whoever has a
 * cube can write it, whatever it came from.
 *
 * @see "docs/decisions/0028-figures-leave-in-the-formats-of-others.md"
 */
@NullMarked
package vn.binhdang.statistics.exchange.format;

import org.jspecify.annotations.NullMarked;
