/** Shows everybody who may do what. */
@NullMarked
package vn.binhdang.access.permissions;

import org.jspecify.annotations.NullMarked;
