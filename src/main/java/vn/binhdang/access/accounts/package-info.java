/** Administration of accounts and of the roles given to them. */
@NullMarked
package vn.binhdang.access.accounts;

import org.jspecify.annotations.NullMarked;
