-- Few tasks recur. Their rounds are computed from these words for the days that a calendar shows, so they are found
-- without going through all tasks of an agency.
create index plan_task_recurring on plan_task (plan_id) where recurrence is not null;
