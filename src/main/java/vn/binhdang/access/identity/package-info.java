/** Signing in through an OpenID Connect provider: whose identity there is whose account here. */
@NullMarked
package vn.binhdang.access.identity;

import org.jspecify.annotations.NullMarked;
