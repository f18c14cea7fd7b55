-- One act of passing a plan or a guidance letter down. The choice of addressees is kept as it was made, so that a unit
-- founded later gets its own; who was addressed stands in plan_addressee.
create table plan_cascade (
    id             uuid primary key,
    -- issued here, or a received document that was brought in
    plan_id        uuid        not null references plan,
    agency_id      uuid        not null,
    -- the agencies above from whose cascades this plan came, the nearest first: they may look down the whole way
    above          uuid[]      not null,
    state          text        not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'RECALLED')),
    -- the day on which the addressees were looked up
    on_day         date        not null,
    -- by when they answer with a plan of their own
    reply_by       date,
    -- the last day on which it concerns units that are founded, dissolved, merged
    follows_until  date        not null,
    kinds          text[]      not null,
    follows_kinds  boolean     not null,
    passed_by      uuid        not null,
    passed_at      timestamptz not null,
    ended_at       timestamptz,
    recalled_by    uuid,
    recall_reason  text,
    check ((state = 'RECALLED') = (recalled_by is not null))
);
create index plan_cascade_plan on plan_cascade (plan_id);
create index plan_cascade_agency on plan_cascade (agency_id, id desc);
create index plan_cascade_above on plan_cascade using gin (above);

-- The clauses that were passed down, with their words of that day.
create table plan_cascade_clause (
    cascade_id uuid not null references plan_cascade on delete cascade,
    position   int  not null,
    task_id    uuid references plan_task on delete set null,
    number     text,
    text       text not null,
    primary key (cascade_id, position)
);

-- One unit that was given a plan or its task. It is kept when the unit ends; what was open goes on in the row of the
-- successor.
create table plan_addressee (
    id             uuid primary key,
    cascade_id     uuid not null references plan_cascade on delete cascade,
    unit_id        uuid not null,
    -- name and the unit above, as on the day it was addressed
    unit_name      text not null,
    parent_id      uuid,
    place          text not null,
    -- a part of the agency that passes down gets tasks of the same plan; another agency a draft plan of its own
    inside         boolean not null,
    given_on       date not null,
    -- null until the job came to it
    made_at        timestamptz,
    plan_id        uuid references plan,
    confirmed_at   timestamptz,
    confirmed_by   uuid,
    started_on     date,
    reported_on    date,
    -- it ended, and this row goes on instead; null where nobody does
    handed_over_on date,
    handed_over_to uuid references plan_addressee,
    unique (cascade_id, unit_id)
);
create index plan_addressee_list on plan_addressee (cascade_id, unit_name collate vietnamese, id);
create index plan_addressee_waiting on plan_addressee (cascade_id, id) where made_at is null;
create index plan_addressee_unit on plan_addressee (unit_id);
create index plan_addressee_plan on plan_addressee (plan_id) where plan_id is not null;

-- Which clause of the superior a task carries out, and for which addressee it was made.
alter table plan_task add column from_task_id uuid references plan_task on delete set null;
alter table plan_task add column addressee_id uuid references plan_addressee on delete set null;
create index plan_task_from on plan_task (from_task_id) where from_task_id is not null;
create index plan_task_addressee on plan_task (addressee_id) where addressee_id is not null;

-- Tasks that went from a unit that ended to its successor: the history of the task itself stays where it is.
create table plan_task_handover (
    task_id    uuid not null references plan_task on delete cascade,
    from_unit  uuid not null,
    to_unit    uuid not null,
    on_day     date not null,
    recorded_at timestamptz not null,
    primary key (task_id, from_unit, to_unit)
);

-- Units an agency writes to again and again, under a name of its own.
create table addressee_group (
    id         uuid primary key,
    agency_id  uuid not null,
    name       text not null check (btrim(name) <> ''),
    created_by uuid not null,
    created_at timestamptz not null,
    unique (agency_id, name)
);
create table addressee_group_unit (
    group_id uuid not null references addressee_group on delete cascade,
    unit_id  uuid not null,
    primary key (group_id, unit_id)
);

-- What this module reads of the document of an addressee, in one place: how far each of them has come, with the days.
create view cascade_addressee as
select a.*, fold(a.unit_name || ' ' || a.place) as folded,
       d.state as document_state, d.number, d.symbol, d.issued_on,
       case when a.handed_over_on is not null then 'HANDED_OVER'
            when a.reported_on is not null then 'REPORTED'
            when a.started_on is not null then 'STARTED'
            when d.issued_on is not null then 'ISSUED'
            when a.confirmed_at is not null then 'CONFIRMED'
            when a.made_at is not null then 'GIVEN'
            else 'WAITING' end as stage
from   plan_addressee a left join outgoing_document d on d.id = a.plan_id and not a.inside;
