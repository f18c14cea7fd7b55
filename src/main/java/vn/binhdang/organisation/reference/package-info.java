/**
 * The map that comes with the product: provinces before and after 01/7/2025, ministries that matter for gender equality,
 * the departments of the founding province. Data with source and date in {@code data/reference-units.csv} and
 * {@code data/reference-events.csv}, recorded as events like any other; what nobody compared with the decision itself is
 * marked as not verified wherever it is shown.
 */
@NullMarked
package vn.binhdang.organisation.reference;

import org.jspecify.annotations.NullMarked;
