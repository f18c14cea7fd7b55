/** The register of staff: everything kept about a person, each change with its day, seen by those whose reach it is. */
@NullMarked
package vn.binhdang.organisation.person;

import org.jspecify.annotations.NullMarked;
