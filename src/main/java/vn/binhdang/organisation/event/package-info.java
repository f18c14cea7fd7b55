/**
 * What happens to units: founded, renamed, merged, consolidated, split, moved, dissolved, relieved of a function. An event
 * is planned (what would change), shown, and then carried out in one transaction; a wrong one is taken back row by row
 * while nothing depends on it.
 */
@NullMarked
package vn.binhdang.organisation.event;

import org.jspecify.annotations.NullMarked;
