/** Roles held for somebody else, in writing and from a day to a day: by order, by authorisation, acting, substitution. */
@NullMarked
package vn.binhdang.access.delegation;

import org.jspecify.annotations.NullMarked;
