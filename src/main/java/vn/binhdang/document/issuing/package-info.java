/**
 * Number, day and files of an outgoing document, given in one transaction (Decree 30/2020 articles 15 to 18), and what
 * follows when an issued document turns out wrong: erratum, replacement, recall.
 */
@NullMarked
package vn.binhdang.document.issuing;

import org.jspecify.annotations.NullMarked;
