/**
 * What tests of all modules share. A {@code @SpringBootTest} gets a migrated database without asking, and each of its
 * classes finds it as the context left it after starting; a plain test takes one with {@code TestDatabase.create()}.
 */
@NullMarked
package vn.binhdang.testing;

import org.jspecify.annotations.NullMarked;
