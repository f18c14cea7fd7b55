/** How figures are told apart: dimensions and their categories, as statisticians keep them. */
@NullMarked
package vn.binhdang.statistics.dimension;

import org.jspecify.annotations.NullMarked;
