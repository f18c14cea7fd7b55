/** The list of a person's own notices. */
@NullMarked
package vn.binhdang.messaging.inbox;

import org.jspecify.annotations.NullMarked;
