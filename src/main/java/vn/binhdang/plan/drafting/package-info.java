/** Writing plans: from nothing, after last year's, or on from what was brought in; their tasks one by one. */
@NullMarked
package vn.binhdang.plan.drafting;

import org.jspecify.annotations.NullMarked;
