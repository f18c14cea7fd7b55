/** Stored bytes: once per content, referenced by SHA-256, in the data folder; who brought them and when in the database. */
@NullMarked
package vn.binhdang.files;

import org.jspecify.annotations.NullMarked;
