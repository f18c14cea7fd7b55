-- Which target of a strategy or programme a purpose (a paragraph of the plan) or a task serves. A link is no part of the
-- issued text: it may be made and ended after the issue too, each with its day, and it is never rewritten.
create table plan_target_link (
    id        uuid primary key,
    plan_id   uuid        not null references plan,
    -- the paragraph or the task, exactly one. Without a reference to it: what a draft deletes may come back by undoing.
    block_id  uuid,
    task_id   uuid,
    -- code of data/strategy-targets.csv
    target    text        not null,
    -- made when the plan had been issued already
    after_issue boolean   not null,
    linked_by uuid        not null,
    linked_at timestamptz not null,
    ended_by  uuid,
    ended_at  timestamptz,
    check ((block_id is null) <> (task_id is null)),
    check ((ended_by is null) = (ended_at is null))
);
create unique index plan_target_link_once on plan_target_link (plan_id, coalesce(block_id, task_id), target)
    where ended_at is null;
