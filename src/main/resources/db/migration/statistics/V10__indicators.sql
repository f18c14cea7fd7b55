-- The catalogue of indicators: what they are called, how they are computed, which targets they are held against.

create table stat_indicator (
    id       uuid primary key,
    -- never changes: addresses, files and other systems keep it
    code     text not null unique check (code ~ '^[A-Z0-9][A-Za-z0-9._-]*$'),
    theme    text not null check (theme in ('LEADERSHIP', 'ECONOMY', 'HEALTH', 'EDUCATION', 'MEDIA', 'SCIENCE',
                                            'POPULATION', 'VIOLENCE', 'AGENCY')),
    position int  not null default 0
);

-- A definition from a day on. What is official is never rewritten: another definition is another version, and figures of
-- earlier periods keep the earlier one. A draft may be altered until somebody confirms it.
create table stat_indicator_version (
    id            uuid primary key,
    indicator_id  uuid     not null references stat_indicator,
    number        smallint not null check (number > 0),
    name_vi       text     not null,
    name_en       text     not null,
    unit_vi       text     not null default '',
    unit_en       text     not null default '',
    -- which way is better
    direction     text     not null check (direction in ('MORE', 'LESS', 'NONE')),
    -- GIVEN: a value that somebody publishes (a survey, a median); nothing is computed
    kind          text     not null check (kind in ('AMOUNT', 'RATIO', 'GIVEN')),
    -- in the language of formulas (decision 0025); null while nobody has written one
    numerator     text,
    denominator   text,
    factor        int      not null default 1 check (factor > 0),
    -- of what it is a share: of bodies that do something, of people, of something else
    share_of      text     not null default 'OTHER' check (share_of in ('BODIES', 'PEOPLE', 'OTHER')),
    -- of many units: CELLS computes it from their summed cells, EACH for each of them and adds numerators and denominators
    -- (how many have at least one), NONE not at all (medians, surveys)
    over_units    text     not null default 'CELLS' check (over_units in ('CELLS', 'EACH', 'NONE')),
    decimals      smallint not null default 1 check (decimals between 0 and 6),
    -- codes of the dimensions it is told apart by
    dimensions    text[]   not null default '{}',
    definition_vi text     not null default '',
    definition_en text     not null default '',
    -- as the source prints it
    baseline      text     not null default '',
    collected     text     not null default '',
    responsible   text     not null default '',
    -- number of the document it comes from
    instrument    text     not null default '',
    source        text     not null default '',
    state         text     not null check (state in ('DRAFT', 'OFFICIAL')),
    formula_state text     not null check (formula_state in ('DRAFT', 'OFFICIAL')),
    edition       int      not null default 0,
    valid_from    date     not null,
    -- half open; null while it holds
    valid_to      date,
    unique (indicator_id, number),
    check (valid_to is null or valid_from < valid_to),
    check (denominator is null or numerator is not null)
);

-- Who confirmed what, when, on which source. Nothing is taken away: a later doubt makes a new version or ends a target.
create table stat_confirmation (
    id           uuid primary key,
    indicator_id uuid        not null references stat_indicator,
    version_id   uuid        references stat_indicator_version,
    target_id    uuid,
    part         text        not null check (part in ('DEFINITION', 'FORMULA', 'TARGET')),
    source       text        not null,
    confirmed_by uuid        not null,
    confirmed_at timestamptz not null,
    check ((part = 'TARGET') = (target_id is not null)),
    check ((part = 'TARGET') = (version_id is null))
);
create index stat_confirmation_indicator on stat_confirmation (indicator_id);

-- What is to be reached in a year, by everybody or by one unit. A corrected target is a new row; the old one ends.
create table stat_target (
    id           uuid primary key,
    indicator_id uuid        not null references stat_indicator,
    year         int         not null check (year between 2000 and 2100),
    -- null: wherever the instrument applies
    unit_id      uuid        references unit,
    sign         text        not null check (sign in ('>=', '>', '<=', '<', '=', '~')),
    -- null where something is to be reached that is no number
    value        numeric,
    -- as printed: "75", "10-15", "đạt"
    printed      text        not null,
    instrument   text        not null default '',
    source       text        not null default '',
    state        text        not null check (state in ('DRAFT', 'OFFICIAL')),
    set_by       uuid        not null,
    set_at       timestamptz not null,
    ended_by     uuid,
    ended_at     timestamptz,
    check ((ended_by is null) = (ended_at is null))
);
create unique index stat_target_once on stat_target (indicator_id, year, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'))
    where ended_at is null;
create index stat_target_unit on stat_target (unit_id) where unit_id is not null;
alter table stat_confirmation add foreign key (target_id) references stat_target;

-- Rows of the shipped files that were brought in, each once: what this installation alters later stays as it is.
create table stat_loaded (
    key       text primary key,
    loaded_at timestamptz not null
);

create trigger stat_catalogue_changed after insert or update or delete on stat_indicator
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_indicator_version
    for each statement execute function stat_catalogue_changed();
create trigger stat_catalogue_changed after insert or update or delete on stat_target
    for each statement execute function stat_catalogue_changed();
