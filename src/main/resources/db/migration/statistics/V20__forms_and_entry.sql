-- A form asks something else from a day on: a version. Its tables, headings, limits and rules are one document, so that what
-- is in force is frozen as a whole and a new draft begins as its copy. Slots (stat_slot) are given when it is put in force.
create table stat_form_version (
    id         uuid primary key,
    form_id    uuid        not null references stat_form,
    number     int         not null,
    state      text        not null check (state in ('DRAFT', 'IN_FORCE')),
    -- it is asked in periods whose window ends on this day or later
    valid_from date,
    edition    int         not null default 1,
    definition jsonb       not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    unique (form_id, number),
    check (state = 'DRAFT' or valid_from is not null)
);
create unique index stat_form_version_draft on stat_form_version (form_id) where state = 'DRAFT';
create unique index stat_form_version_from on stat_form_version (form_id, valid_from) where state = 'IN_FORCE';

-- Until when a kind of unit hands a form in: days after the last day of the window. Decree 09/2019/NĐ-CP, article 8.5 wants a
-- day for each level.
create table stat_form_deadline (
    form_id   uuid not null references stat_form,
    unit_kind text not null,
    days      int  not null check (days between 1 and 366),
    primary key (form_id, unit_kind)
);

-- What a unit says beside one figure, and why a warning does not hold for it.
create table stat_cell_note (
    submission_id uuid        not null references stat_submission,
    slot          int         not null,
    note          text        not null,
    noted_at      timestamptz not null,
    noted_by      uuid        not null,
    primary key (submission_id, slot)
);
create table stat_rule_note (
    submission_id uuid        not null references stat_submission,
    mark          text        not null,
    note          text        not null,
    noted_at      timestamptz not null,
    noted_by      uuid        not null,
    primary key (submission_id, mark)
);

-- What the product itself counted for a figure when somebody of the unit confirmed it.
create table stat_computed (
    submission_id uuid        not null references stat_submission,
    slot          int         not null,
    value         bigint      not null,
    source        text        not null,
    confirmed_at  timestamptz not null,
    confirmed_by  uuid        not null,
    primary key (submission_id, slot)
);
