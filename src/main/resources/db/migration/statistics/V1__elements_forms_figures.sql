-- What is counted (elements, by dimensions such as sex), the forms that ask for it, and what units answered.

-- A way to tell people or things apart: sex, age group, legal status, sector.
create table stat_dimension (
    id       uuid primary key,
    code     text not null unique check (code ~ '^[A-Z][A-Z0-9_]*$'),
    name_vi  text not null,
    name_en  text not null,
    position int  not null default 0
);

create table stat_category (
    id           uuid primary key,
    dimension_id uuid    not null references stat_dimension,
    code         text    not null check (code ~ '^[A-Z0-9][A-Z0-9_]*$'),
    name_vi      text    not null,
    name_en      text    not null,
    position     int     not null default 0,
    -- those of whom it is not known: kept apart, so that the parts add up to what the unit reported
    unknown      boolean not null default false,
    unique (dimension_id, code)
);

create table stat_element (
    id            uuid primary key,
    code          text     not null unique check (code ~ '^[A-Z][A-Z0-9_]*$'),
    name_vi       text     not null,
    name_en       text     not null,
    measure       text     not null check (measure in ('PEOPLE', 'BODIES', 'EVENTS', 'DOCUMENTS', 'MONEY', 'HOURS', 'OTHER')),
    -- values are kept as whole numbers of 10^-decimals
    decimals      smallint not null default 0 check (decimals between 0 and 6),
    -- of a year from its halves: added (events of the period), the last one (a state on its last day), or neither
    over_time     text     not null default 'SUM' check (over_time in ('SUM', 'LAST', 'NONE')),
    -- of a unit from those below it: added, or not (medians, values of a survey)
    over_units    text     not null default 'SUM' check (over_units in ('SUM', 'NONE')),
    -- small counts of it could show who somebody is
    sensitive     boolean  not null default false,
    -- null: typed by people; else the word of the source in the product that knows it
    computed_by   text,
    definition_vi text     not null default '',
    definition_en text     not null default '',
    source        text     not null default '',
    verified      boolean  not null default false
);

create table stat_element_dimension (
    element_id   uuid not null references stat_element,
    dimension_id uuid not null references stat_dimension,
    position     int  not null default 0,
    primary key (element_id, dimension_id)
);

-- Whose windows a form follows. Decree 09/2019/NĐ-CP: from day 15 of the month before to day 14 of the last month, which is
-- first_day 15 and month_shift -1; another regime may have its own (article 8.5).
create table stat_regime (
    id          uuid primary key,
    code        text     not null unique,
    name_vi     text     not null,
    name_en     text     not null,
    first_day   smallint not null check (first_day between 1 and 28),
    month_shift smallint not null check (month_shift between -12 and 12),
    legal_basis text     not null default '',
    source      text     not null default '',
    verified    boolean  not null default false
);
insert into stat_regime (id, code, name_vi, name_en, first_day, month_shift, legal_basis, source, verified) values
    ('01970000-0000-7000-8000-000000000901', 'ND09', 'Kỳ báo cáo theo Nghị định 09/2019/NĐ-CP',
     'Periods of Decree 09/2019/NĐ-CP', 15, -1, 'Nghị định số 09/2019/NĐ-CP, Điều 12', 'Nghị định 09/2019/NĐ-CP', true);

create table stat_form (
    id          uuid primary key,
    code        text not null unique check (code ~ '^[A-Z][A-Z0-9_.-]*$'),
    name_vi     text not null,
    name_en     text not null,
    regime_id   uuid not null references stat_regime,
    -- the kinds of periods it is filled in for; a word of calendar.ReportingPeriod.Kind
    period_kind text not null check (period_kind in ('MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR')),
    legal_basis text not null default '',
    valid_from  date not null,
    valid_to    date,
    check (valid_to is null or valid_from < valid_to)
);

-- The cells of a form. A slot once given to a cell is its place in every packed row of this form for ever: a form that asks
-- more gets new slots at the end, one that asks less leaves some empty.
create table stat_slot (
    form_id     uuid not null references stat_form,
    slot        int  not null check (slot >= 0),
    element_id  uuid not null references stat_element,
    -- categories in the order of the dimensions: 'SEX=F;STATUS=CIVIL_SERVANT'; empty for the total
    combination text not null default '',
    -- in units of the element's decimals; null: no limit
    lowest      bigint default 0,
    highest     bigint,
    primary key (form_id, slot),
    unique (form_id, element_id, combination)
);
create index stat_slot_element on stat_slot (element_id);

-- Who is expected to answer: the units of a kind within one unit, or everywhere.
create table stat_form_assignment (
    id         uuid primary key,
    form_id    uuid not null references stat_form,
    unit_kind  text not null,
    within_id  uuid references unit,
    valid_from date not null,
    valid_to   date,
    check (valid_to is null or valid_from < valid_to)
);
create index stat_form_assignment_form on stat_form_assignment (form_id);

-- A request of another system that brought values; the same content is brought once.
create table stat_import (
    id          uuid primary key,
    sha256      bytea       not null,
    account_id  uuid        not null,
    agency_id   uuid        not null references unit,
    rows        bigint      not null,
    taken       bigint      not null,
    refused     bigint      not null,
    answer      jsonb       not null,
    finished_at timestamptz not null,
    unique (sha256, agency_id)
);

-- What one unit answers in one form for one period: a packed row of cells (statistics.rollup.Cells). One revision counts:
-- the accepted one; a later amendment is a revision of its own and the earlier stays as REPLACED.
create table stat_submission (
    id            uuid primary key,
    form_id       uuid        not null references stat_form,
    -- year * 100 + 1..12 month, 21..24 quarter, 31 and 32 half, 41 nine months, 51 year (statistics.PeriodCode)
    period        int         not null,
    unit_id       uuid        not null references unit,
    revision      smallint    not null default 0,
    state         text        not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REPLACED')),
    -- counts the changes; two people on one form notice each other by it
    edition       int         not null default 0,
    -- the last day of the window on which the unit existed: its place on the tree of the period
    reference_day date        not null,
    cells         bytea       not null,
    changed_at    timestamptz not null,
    changed_by    uuid        not null,
    import_id     uuid references stat_import,
    unique (form_id, period, unit_id, revision)
) with (fillfactor = 80);
create unique index stat_submission_counts on stat_submission (form_id, period, unit_id) where state = 'ACCEPTED';
create index stat_submission_unit on stat_submission (unit_id, period);

-- The sum of all accepted submissions of a unit and all below it on the tree of the period, kept in the transaction that
-- accepts, amends or takes back. Only units that have others below them have rows.
create table stat_sum (
    form_id  uuid not null references stat_form,
    period   int  not null,
    unit_id  uuid not null references unit,
    cells    bytea not null,
    reported int  not null,
    primary key (form_id, period, unit_id)
) with (fillfactor = 70);

-- What the sums were added up on: the tree of each window as it was then known, and the number of the map that was looked
-- at last. A change of the map that reaches back into a window makes its sums anew (rollup.Sums).
create table stat_sum_map (no bigint not null);
insert into stat_sum_map values (0);
create unique index stat_sum_map_one_row on stat_sum_map ((true));

create table stat_sum_tree (
    window_from  date  not null,
    window_until date  not null,
    fingerprint  bytea not null,
    primary key (window_from, window_until)
);

-- Counts the changes of what is measured and asked, so that who holds it in memory sees by one look that it has changed.
create table stat_catalogue (no bigint not null);
insert into stat_catalogue values (1);
create unique index stat_catalogue_one_row on stat_catalogue ((true));
create function stat_catalogue_changed() returns trigger language plpgsql as $$
begin
    update stat_catalogue set no = no + 1;
    return null;
end $$;
create trigger stat_catalogue_changed after insert or update or delete on stat_dimension
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_category
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_element
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_element_dimension
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_regime
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_form
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_slot
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_form_assignment
    for each statement execute function stat_catalogue_changed();
