-- The figures of a plan are counted in the index, without looking into its tasks.
drop index task_status_plan;
create index task_status_plan on task_status (plan_id, state) include (due_on, lead_unit_id);

-- What a unit helps with, and which of its parts are closed, stands in the indexes as well.
drop index task_part_unit;
create index task_part_unit on task_part (unit_id, task_id) include (state);
drop index plan_task_coordinating_unit;
create index plan_task_coordinating_unit on plan_task_coordinating (unit_id, task_id) where unit_id is not null;
