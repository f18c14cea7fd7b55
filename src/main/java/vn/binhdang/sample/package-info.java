/** An invented department for trying the product out; nothing in it is real. */
@NullMarked
package vn.binhdang.sample;

import org.jspecify.annotations.NullMarked;
