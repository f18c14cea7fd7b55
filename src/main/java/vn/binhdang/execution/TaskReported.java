package vn.binhdang.execution;

import java.time.OffsetDateTime;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.TaskId;

/**
 * A unit said where a task, or its part in it, stands. Published in the transaction of the report, to those parts of this
 * module that must know in it.
 * @param unit for which it was said
 */
public record TaskReported(TaskId task, UnitId unit, AccountId by, OffsetDateTime at) {}
