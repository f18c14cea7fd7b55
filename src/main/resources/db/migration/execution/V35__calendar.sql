-- "What falls on which day" of an agency, closed or not: a month or a year is one walk along this index.
create index task_status_day on task_status (agency_id, due_on, task_id) include (plan_id, state) where due_on is not null;
create index sub_task_day on sub_task (agency_id, due_on) where due_on is not null;

-- A task that can begin only when another of its plan is finished. What is taken back stays, with who and when.
create table task_dependency (
    task_id    uuid        not null,
    -- the one that has to be finished first
    after_id   uuid        not null,
    no         int         not null,
    plan_id    uuid        not null,
    agency_id  uuid        not null,
    added_by   uuid        not null,
    added_at   timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    primary key (task_id, after_id, no),
    check (task_id <> after_id),
    check ((removed_at is null) = (removed_by is null))
);
create unique index task_dependency_live on task_dependency (task_id, after_id) where removed_at is null;
create index task_dependency_after on task_dependency (after_id);
create index task_dependency_plan on task_dependency (plan_id) where removed_at is null;

-- The secret address under which other programs read somebody's calendar. Only its hash is kept: it is a random number of
-- 256 bits, so no slow hash is needed. One that is revoked stays, so that it is known until when it worked.
create table calendar_feed (
    id          uuid        primary key,
    account_id  uuid        not null,
    agency_id   uuid        not null,
    secret_hash bytea       not null unique,
    whose       text        not null check (whose in ('MINE', 'UNIT')),
    language    text        not null check (language in ('vi', 'en')),
    created_at  timestamptz not null,
    revoked_at  timestamptz,
    -- when a program last read it, and the bucket that slows one that asks without pause
    used_at     timestamptz,
    asked       numeric     not null default 0
);
create unique index calendar_feed_live on calendar_feed (account_id, agency_id) where revoked_at is null;
