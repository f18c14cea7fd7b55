/** Measures the product; never part of it. */
@org.jspecify.annotations.NullMarked
package vn.binhdang.bench;
