-- Whether the table of who leads what is printed as an annex; null: printed when the text does not already say it all.
alter table plan add column print_assignments boolean;

-- What a person should look at in a draft written after last year's plan: a year that was moved on, a date proposed. The
-- note stays until somebody settles it; nothing is changed or accepted silently.
create table plan_note (
    id         uuid primary key,
    plan_id    uuid        not null references plan,
    -- the paragraph or task it is about; both null for the subject and the bases
    block_id   uuid,
    task_id    uuid,
    -- message key and what its sentence names
    code       text        not null,
    arguments  jsonb       not null,
    -- a date that one click accepts
    proposed   date,
    settled_at timestamptz,
    settled_by uuid
);
create index plan_note_plan on plan_note (plan_id);
