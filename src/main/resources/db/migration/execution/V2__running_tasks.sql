-- How soon is "soon", how large may evidence be: rules with their days, not constants of the program.
create table execution_rule (
    name       text not null check (name in ('DUE_SOON_DAYS', 'EVIDENCE_MEGABYTES')),
    value      int  not null check (value > 0),
    valid_from date not null,
    valid_to   date,
    -- who ruled so; no law fixes either
    source     text not null,
    exclude using gist (name with =, daterange(valid_from, valid_to) with &&)
);
insert into execution_rule values
    ('DUE_SOON_DAYS', 7, '2020-01-01', null, 'custom of the product: a working week and its week-end'),
    ('EVIDENCE_MEGABYTES', 25, '2020-01-01', null, 'custom of the product: a scanned record or some photographs');

-- The day the work was finished, which is often before the day it is reported.
alter table task_progress add column done_on date;
-- "done" stands on evidence, or on the words that say why there is none
alter table task_progress add column no_evidence_reason text;
-- Words of a coordinating unit on its part: the state beside them is the one it found, and it changes none.
alter table task_progress add column contribution boolean not null default false;
create index task_progress_plan on task_progress (plan_id, reported_at);

alter table task_status add column done_on date;
alter table task_status add column no_evidence_reason text;
-- Number, text and printed lead of the task, folded for searches once: an issued plan never changes its words.
alter table task_status add column folded text;

alter table task_evidence add column removed_by uuid;
alter table task_evidence add check ((removed_at is null) = (removed_by is null));
create index task_evidence_plan on task_evidence (plan_id, added_at);

-- "Which tasks does my unit help with?" is asked on every start page.
create index plan_task_coordinating_unit on plan_task_coordinating (unit_id) where unit_id is not null;

-- What this module reads of the modules plan and document, in one place: the tasks of plans with where they stand. A
-- task without a row of status (its plan was issued this moment) has not started.
create view running_task as
select t.id, t.plan_id, p.agency_id, t.position, t.number, t.text, t.lead_unit_id, t.lead_printed, t.start_on, t.due_on,
       t.due_text, t.no_due_reason, t.recurrence, t.expected_output,
       d.state as plan_state, d.subject as plan_subject,
       coalesce(s.state, 'NOT_STARTED') as state, s.share_done, coalesce(s.words, '') as words,
       coalesce(s.version, 0) as version, s.changed_at, s.done_on, s.no_evidence_reason,
       coalesce(s.folded, fold(coalesce(t.number, '') || ' ' || t.text || ' ' || coalesce(t.lead_printed, ''))) as folded
from   plan_task t
join   plan p on p.id = t.plan_id
join   outgoing_document d on d.id = t.plan_id
left   join task_status s on s.task_id = t.id;
