/** Values that other systems send: streamed, checked row by row with the rules of the page, stored at once, and only once. */
@NullMarked
package vn.binhdang.statistics.exchange.values;

import org.jspecify.annotations.NullMarked;
