/** How each kind of notice reaches a person, and where their e-mail goes. */
@NullMarked
package vn.binhdang.messaging.preference;

import org.jspecify.annotations.NullMarked;
