-- A task of a new plan that carries on what was unfinished in an older one, with where the old one stood on that day. The
-- old task stays as it is. No reference to the new one: what a draft deletes may come back by undoing.
create table plan_task_carried (
    task_id      uuid primary key,
    from_task_id uuid        not null,
    from_plan_id uuid        not null references plan,
    -- state and share as the module of execution told them
    state        text        not null,
    share_done   int,
    due_on       date,
    carried_by   uuid        not null,
    carried_at   timestamptz not null
);
create index plan_task_carried_from on plan_task_carried (from_plan_id, from_task_id);
