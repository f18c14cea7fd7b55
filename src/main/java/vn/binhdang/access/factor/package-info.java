/** Second factors: codes of an app, passkeys, recovery codes; who needs one and how it is set up, used and taken away. */
@NullMarked
package vn.binhdang.access.factor;

import org.jspecify.annotations.NullMarked;
