/** What is kept about a person, for that person: why, what, who read it, and the request to put it right. */
@NullMarked
package vn.binhdang.organisation.record;

import org.jspecify.annotations.NullMarked;
