/**
 * Tells people what waits for them: notices in the product and, for those who want it, by e-mail. Knows nothing of what it
 * tells: a module declares its {@link vn.binhdang.messaging.NoticeKind}s as beans and calls
 * {@link vn.binhdang.messaging.Notices} in the transaction of the deed.
 */
@NullMarked
package vn.binhdang.messaging;

import org.jspecify.annotations.NullMarked;
