/** What the one person who runs the product needs: backups, the state of its parts, its jobs. */
@NullMarked
package vn.binhdang.operations;

import org.jspecify.annotations.NullMarked;
