/** The jobs that run by themselves. */
@NullMarked
package vn.binhdang.operations.job;

import org.jspecify.annotations.NullMarked;
