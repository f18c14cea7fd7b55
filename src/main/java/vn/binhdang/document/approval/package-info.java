/**
 * From draft to approval: who may do what to an outgoing document in which state, and who may sign it in which capacity
 * on a day (Decree 30/2020 article 13).
 */
@NullMarked
package vn.binhdang.document.approval;

import org.jspecify.annotations.NullMarked;
