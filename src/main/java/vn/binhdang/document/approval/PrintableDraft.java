package vn.binhdang.document.approval;

import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.organisation.AgencyOnDay;

/**
 * A draft as it will be printed, with what was read for it: who may sign it and what stands in its way is judged by the
 * same.
 *
 * @param agency that makes it, today
 * @param beside what another module keeps beside its words; null where none does
 */
public record PrintableDraft(Printable printable, AgencyOnDay agency, DocumentCompanion.@Nullable Beside beside) {}
