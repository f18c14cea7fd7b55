/** People from Excel and CSV: those who are there are recognised, whoever may be there is asked about. */
@NullMarked
package vn.binhdang.organisation.person.importing;

import org.jspecify.annotations.NullMarked;
