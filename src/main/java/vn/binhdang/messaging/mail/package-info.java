/** The queue of e-mail: what is due is put together for each person and sent, tried again, or laid aside. */
@NullMarked
package vn.binhdang.messaging.mail;

import org.jspecify.annotations.NullMarked;
