/**
 * Backups that only the operator can read, and their way back: {@code bin/backup}, {@code bin/restore} and the daily job.
 */
@NullMarked
package vn.binhdang.operations.backup;

import org.jspecify.annotations.NullMarked;
