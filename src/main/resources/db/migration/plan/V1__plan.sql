-- A plan is an outgoing document (same id) with tasks. What was brought in stays attached to it for ever.
create table plan_import (
    id          uuid primary key,
    agency_id   uuid        not null,
    file_id     uuid        not null,
    file_name   text        not null,
    sha256      char(64)    not null,
    -- READING, READ, REFUSED
    state       text        not null check (state in ('READING', 'READ', 'REFUSED')),
    -- why it was refused: message key and its arguments
    refusal_key text,
    refusal_arguments jsonb,
    -- source lines and what was understood, as read; never changed afterwards
    reading     jsonb,
    imported_by uuid        not null,
    imported_at timestamptz not null
);
create index plan_import_content on plan_import (agency_id, sha256);

create table plan (
    id            uuid primary key,
    agency_id     uuid not null,
    year          int  not null,
    import_id     uuid references plan_import,
    -- the plan whose tasks this one took over (last year's)
    written_after uuid references plan
);

create table plan_task (
    id            uuid primary key,
    plan_id       uuid not null references plan,
    position      int  not null,
    -- printed number path "II.1"
    number        text,
    text          text not null,
    lead_unit_id  uuid,
    -- the words of the document that named the lead, kept as printed
    lead_printed  text,
    start_on      date,
    due_on        date,
    due_text      text,
    -- why there is no due date; a plan is not approved with a task that has neither
    no_due_reason text,
    recurrence    text,
    expected_output text,
    line_from     int,
    line_to       int,
    version       int  not null,
    unique (plan_id, position) deferrable initially deferred,
    check (start_on is null or due_on is null or start_on <= due_on)
);
create index plan_task_lead on plan_task (lead_unit_id, due_on);

create table plan_task_coordinating (
    task_id  uuid not null references plan_task on delete cascade,
    position int  not null,
    -- null while the printed words are not matched to a unit
    unit_id  uuid,
    printed  text not null,
    primary key (task_id, position)
);
