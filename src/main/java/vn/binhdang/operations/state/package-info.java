/** The operator's page: how it stands with the database, the disk, backups, jobs and mail, and what is to be done. */
@NullMarked
package vn.binhdang.operations.state;

import org.jspecify.annotations.NullMarked;
