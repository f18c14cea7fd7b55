/** How a plan hangs together with other documents: what it rests on, cites, replaces, follows, and what rests on it. */
@NullMarked
package vn.binhdang.plan.graph;

import org.jspecify.annotations.NullMarked;
