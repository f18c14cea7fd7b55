/** Sign-ins from their first step to their end, as the browser's session carries them and as their owner sees them. */
@NullMarked
package vn.binhdang.access.session;

import org.jspecify.annotations.NullMarked;
