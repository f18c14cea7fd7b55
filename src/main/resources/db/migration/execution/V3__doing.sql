-- An issued plan never changes its words. What its units add while they work on it lies here: parts of coordinating
-- units, rounds of what recurs, sub-tasks, hand-overs, measures and cost, comments.

-- The deadline that presses now stands beside the state: of a task that recurs it is that of its first open round. A
-- list of what is late in 200,000 tasks is one walk along this index.
alter table task_status add column due_on date;
update task_status s set due_on = t.due_on from plan_task t where t.id = s.task_id;
create index task_status_open on task_status (agency_id, due_on, task_id) where state in ('NOT_STARTED', 'IN_PROGRESS');
create index task_status_not_done on task_status (agency_id, task_id) where state = 'NOT_DONE';
-- the latest plans of an agency, for the page after sign-in
create index plan_agency on plan (agency_id, id);
create index task_status_words on task_status using gin (folded gin_trgm_ops);

-- Where the part of a coordinating unit stands; it opens and closes its own part and no other. No row: nothing was heard.
create table task_part (
    task_id    uuid        not null,
    unit_id    uuid        not null,
    agency_id  uuid        not null,
    state      text        not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    -- number of its last report among those of the task: an update made on an older one is shown as a conflict
    version    int         not null,
    changed_at timestamptz not null,
    primary key (task_id, unit_id)
);
create index task_part_unit on task_part (unit_id);

-- One round of a task that recurs ("2026-QUARTER-1"), once somebody reported on it. Rounds themselves are computed from
-- the reporting periods of the plan's year and need no row.
create table task_round (
    task_id    uuid        not null,
    round      text        not null,
    state      text        not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    done_on    date,
    changed_at timestamptz not null,
    primary key (task_id, round)
);

-- state stays that of the task; these say what the report said of a part or of a round
alter table task_progress
    add column part_state  text check (part_state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    add column round       text,
    add column round_state text check (round_state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    -- how much of the measure is reached, counted from the beginning
    add column reached     numeric check (reached >= 0),
    -- parts and sub-tasks that were still open when the lead closed the task
    add column left_open   int check (left_open > 0),
    add check ((round is null) = (round_state is null));
alter table task_evidence add column round text;

-- A unit hands its task, or its part in one, to one of its people; the row before stays.
create table task_hand (
    task_id   uuid        not null,
    unit_id   uuid        not null,
    no        int         not null,
    agency_id uuid        not null,
    -- null: taken back, the unit does it together
    person_id uuid,
    handed_by uuid        not null,
    handed_at timestamptz not null,
    current   boolean     not null,
    primary key (task_id, unit_id, no)
);
create unique index task_hand_current on task_hand (task_id, unit_id) where current;
create index task_hand_person on task_hand (person_id) where current;

create table sub_task (
    id            uuid primary key,
    task_id       uuid not null,
    plan_id       uuid not null,
    agency_id     uuid not null,
    -- the unit whose work it is a piece of
    unit_id       uuid not null,
    text          text not null check (text <> ''),
    to_unit_id    uuid not null,
    -- of that unit; null: the unit
    to_person_id  uuid,
    due_on        date,
    no_due_reason text,
    state         text not null check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE')),
    -- why it is not done or was taken up again, or what came of it
    words         text not null,
    version       int  not null,
    changed_by    uuid not null,
    changed_at    timestamptz not null,
    check (due_on is not null or no_due_reason <> '')
);
create index sub_task_task on sub_task (task_id);
create index sub_task_person on sub_task (to_person_id, due_on) where state in ('NOT_STARTED', 'IN_PROGRESS');
create index sub_task_unit on sub_task (to_unit_id, due_on) where state in ('NOT_STARTED', 'IN_PROGRESS');

-- Every version of it, the present one included.
create table sub_task_version (
    sub_task_id   uuid not null references sub_task,
    version       int  not null,
    task_id       uuid not null,
    text          text not null,
    to_unit_id    uuid not null,
    to_person_id  uuid,
    due_on        date,
    no_due_reason text,
    state         text not null,
    words         text not null,
    changed_by    uuid not null,
    changed_at    timestamptz not null,
    primary key (sub_task_id, version)
);
create index sub_task_version_task on sub_task_version (task_id);

-- What the task is measured by, what it costs and who pays. Only added to; the last one holds.
create table task_detail (
    task_id    uuid not null,
    no         int  not null,
    measure    text not null,
    -- "người", "lớp": of the figure that is to be reached
    measured_in text not null,
    goal       numeric check (goal > 0),
    -- whole đồng
    cost       bigint check (cost >= 0),
    funding    text not null,
    -- SAID: the unit may say a percentage; COUNTED: it follows from the figure reached; NONE: it would mean nothing
    share      text not null check (share in ('SAID', 'COUNTED', 'NONE')),
    unit_id    uuid not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (task_id, no),
    check (share <> 'COUNTED' or goal is not null)
);

create table task_comment (
    id         uuid primary key,
    task_id    uuid not null,
    agency_id  uuid not null,
    unit_id    uuid not null,
    words      text not null check (words <> ''),
    written_by uuid not null,
    written_at timestamptz not null
);
create index task_comment_task on task_comment (task_id, written_at);
create table comment_mention (
    comment_id uuid not null references task_comment,
    account_id uuid not null,
    task_id    uuid not null,
    -- when they answered or said that they had seen it
    settled_at timestamptz,
    primary key (comment_id, account_id)
);
create index comment_mention_open on comment_mention (account_id) where settled_at is null;
create index comment_mention_task on comment_mention (task_id);

create or replace view running_task as
select t.id, t.plan_id, p.agency_id, t.position, t.number, t.text, t.lead_unit_id, t.lead_printed, t.start_on,
       case when s.task_id is null then t.due_on else s.due_on end as due_on,
       t.due_text, t.no_due_reason, t.recurrence, t.expected_output,
       d.state as plan_state, d.subject as plan_subject,
       coalesce(s.state, 'NOT_STARTED') as state, s.share_done, coalesce(s.words, '') as words,
       coalesce(s.version, 0) as version, s.changed_at, s.done_on, s.no_evidence_reason,
       coalesce(s.folded, fold(coalesce(t.number, '') || ' ' || t.text || ' ' || coalesce(t.lead_printed, ''))) as folded,
       t.due_on as planned_due_on, p.year as plan_year, d.issued_on as plan_issued_on
from   plan_task t
join   plan p on p.id = t.plan_id
join   outgoing_document d on d.id = t.plan_id
left   join task_status s on s.task_id = t.id;
