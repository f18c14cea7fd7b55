/** Measurements for Prometheus, without a person in them, and the questions of load balancers. */
@NullMarked
package vn.binhdang.operations.metrics;

import org.jspecify.annotations.NullMarked;
