-- Sáng kiến and mô hình: from the idea to the decision to spread it or stop. A copy made for another unit is a row of its own
-- that points at its origin, so each unit has its own days, measures, tasks and end.
create table initiative (
    id             uuid primary key,
    agency_id      uuid        not null,
    -- whose idea it is; of a copy, whom it was offered to
    unit_id        uuid        not null,
    author_account uuid        not null,
    author_id      uuid        not null,
    kind           text        not null check (kind in ('INITIATIVE', 'PILOT_MODEL')),
    title          text        not null check (title <> ''),
    problem        text        not null,
    proposal       text        not null,
    beneficiaries  text        not null,
    expected       text        not null,
    phase          text        not null check (phase in ('DRAFT', 'PROPOSED', 'APPROVED', 'REFUSED', 'PILOT', 'CONCLUDED',
                                                         'SPREAD', 'STOPPED', 'OFFERED', 'DECLINED')),
    -- why the head approved or refused it, or the unit declined it
    reason         text        not null,
    -- days of the pilot, the last one included
    from_day       date,
    to_day         date,
    responsible_id uuid,
    cost_planned   bigint check (cost_planned >= 0),
    cost_spent     bigint check (cost_spent >= 0),
    cost_source    text        not null,
    conclusion     text        not null,
    evidence       text        not null,
    lessons        text        not null,
    concluded_on   date,
    outcome        text check (outcome in ('SPREAD', 'STOP', 'AGAIN')),
    outcome_reason text        not null,
    outcome_on     date,
    origin_id      uuid references initiative,
    version        int         not null,
    created_on     date        not null,
    folded         text        not null,
    check (from_day <= to_day),
    check ((from_day is null) = (to_day is null)),
    check ((outcome is null) = (outcome_on is null)),
    check (phase not in ('PILOT', 'CONCLUDED', 'SPREAD', 'STOPPED') or from_day is not null)
);
create index initiative_list on initiative (agency_id, id desc);
create index initiative_unit_list on initiative (unit_id);
create index initiative_origin on initiative (origin_id) where origin_id is not null;
create index initiative_waiting on initiative (agency_id, phase) where phase in ('PROPOSED', 'OFFERED', 'CONCLUDED');
create index initiative_pilots on initiative (agency_id, from_day) where from_day is not null;

-- Where it is tried: the unit as of the first day; whoever succeeds it carries on.
create table initiative_place (
    initiative_id uuid not null references initiative,
    unit_id       uuid not null,
    since_day     date not null,
    primary key (initiative_id, unit_id)
);
create index initiative_place_unit on initiative_place (unit_id);

-- What is measured before and after. No value is not nought: it was not measured.
create table initiative_measure (
    id             uuid primary key,
    initiative_id  uuid    not null references initiative,
    no             int     not null,
    name           text    not null check (name <> ''),
    measured_in    text    not null,
    more_is_better boolean not null,
    before_value   numeric,
    before_on      date,
    before_source  text    not null,
    after_value    numeric,
    after_on       date,
    after_source   text    not null,
    due_on         date    not null,
    version        int     not null,
    unique (initiative_id, no),
    check ((before_value is null) = (before_on is null)),
    check ((after_value is null) = (after_on is null))
);
create index initiative_measure_due on initiative_measure (due_on, id) where after_value is null;

-- The work of a pilot. A task of a plan stands in a signed document; these do not (decision 17).
create table initiative_task (
    id            uuid primary key,
    initiative_id uuid not null references initiative,
    no            int  not null,
    title         text not null check (title <> ''),
    unit_id       uuid not null,
    due_on        date not null,
    done_on       date,
    unique (initiative_id, no)
);
create index initiative_task_unit on initiative_task (unit_id, due_on) where done_on is null;

-- What was said of it; only added to.
create table initiative_comment (
    id            uuid primary key,
    initiative_id uuid not null references initiative,
    person_id     uuid not null,
    said_on       date not null,
    words         text not null check (words <> '')
);
create index initiative_comment_of on initiative_comment (initiative_id, id);
