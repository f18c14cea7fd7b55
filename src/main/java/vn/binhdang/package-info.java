/** Bình Đẳng: each package below is a module; what is public in its base package is what others may use. */
@NullMarked
package vn.binhdang;

import org.jspecify.annotations.NullMarked;
