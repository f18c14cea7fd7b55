-- What units say of their tasks. Reports are only added; the row of task_status is the last one, kept beside for lists.
create table task_progress (
    id          uuid primary key,
    task_id     uuid        not null,
    plan_id     uuid        not null,
    no          int         not null,
    state       text        not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    -- percent; null where a share means nothing
    share_done  int check (share_done between 0 and 100),
    words       text        not null,
    unit_id     uuid        not null,
    reported_by uuid        not null,
    reported_at timestamptz not null,
    unique (task_id, no)
);

create table task_status (
    task_id    uuid primary key,
    plan_id    uuid        not null,
    agency_id  uuid        not null,
    state      text        not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    share_done int check (share_done between 0 and 100),
    words      text        not null,
    -- number of the last report: an update made on an older one is shown as a conflict
    version    int         not null,
    changed_at timestamptz not null
);
create index task_status_plan on task_status (plan_id, state);

create table task_evidence (
    id       uuid primary key,
    task_id  uuid        not null,
    plan_id  uuid        not null,
    file_id  uuid        not null,
    title    text        not null,
    unit_id  uuid        not null,
    added_by uuid        not null,
    added_at timestamptz not null,
    -- taken back, never deleted
    removed_at timestamptz
);
create index task_evidence_task on task_evidence (task_id);
