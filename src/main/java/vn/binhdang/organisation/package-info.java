/** Who exists on a day: units with their names, parents and letterheads through time, people and the offices they hold. */
@NullMarked
package vn.binhdang.organisation;

import org.jspecify.annotations.NullMarked;
