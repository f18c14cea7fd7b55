/**
 * The organisation as a picture: the tree of a day, opened branch by branch, with a slider over the days on which something
 * happened. What begins, ends, moves or gets another name on the day shown is marked in its place.
 */
@NullMarked
package vn.binhdang.organisation.tree;

import org.jspecify.annotations.NullMarked;
