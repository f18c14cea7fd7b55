/** Figures of the staff on any day, as a page and as the tables that go with reports. */
@NullMarked
package vn.binhdang.organisation.figures;

import org.jspecify.annotations.NullMarked;
