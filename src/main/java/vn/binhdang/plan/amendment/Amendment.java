package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentId;
import vn.binhdang.plan.PlanId;

/** @param inForceOn the day printed on it; null until it is issued */
record Amendment(DocumentId id, PlanId plan, @Nullable LocalDate inForceOn) {}
