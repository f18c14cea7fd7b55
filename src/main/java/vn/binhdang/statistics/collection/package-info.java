/**
 * Collecting figures: what a form asks ({@code form}), and how a unit answers ({@code entry}, {@code submission}). Here stands
 * what both and the exchange with other systems share: how a form is laid out, what its rules say, how a figure is read.
 */
@NullMarked
package vn.binhdang.statistics.collection;

import org.jspecify.annotations.NullMarked;
