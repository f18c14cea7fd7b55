/**
 * Amending an issued plan by a document of its own: which tasks it adds, changes and takes out, in words and in deed. The
 * document says what the changes say; both happen at its issue.
 */
@NullMarked
package vn.binhdang.plan.amendment;

import org.jspecify.annotations.NullMarked;
