/** A document that somebody brings becomes a plan: kept as it came, read, and shown beside what was understood of it. */
@NullMarked
package vn.binhdang.plan.importing;

import org.jspecify.annotations.NullMarked;
