-- Valid from-to are half open: from <= d and d < to; a null "to" is still valid. Ids never change and carry no meaning;
-- names, abbreviations and parents are facts about a unit on a day.
create table unit (
    id         uuid primary key,
    kind       text not null,
    valid_from date not null,
    valid_to   date,
    check (valid_to is null or valid_from < valid_to)
);

create table unit_name (
    unit_id             uuid not null references unit,
    name                text not null,
    short_name          text,
    -- what stands for the unit in document symbols: SKHCN, VP
    symbol_abbreviation text,
    valid_from          date not null,
    valid_to            date,
    exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);

create table unit_parent (
    unit_id    uuid not null references unit,
    parent_id  uuid not null references unit,
    position   int  not null default 0,
    valid_from date not null,
    valid_to   date,
    exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_parent_parent on unit_parent (parent_id);

-- other spellings met in documents ("Sở KH&CN", "KHCN"); matching folds case and diacritics
create table unit_alias (
    unit_id uuid not null references unit,
    alias   text not null,
    primary key (unit_id, alias)
);

-- what an agency prints in the head of its documents
create table agency_letterhead (
    agency_id      uuid not null references unit,
    parent_line    text not null,
    place_of_issue text not null,
    valid_from     date not null,
    valid_to       date,
    exclude using gist (agency_id with =, daterange(valid_from, valid_to) with &&)
);

create table person (
    id                uuid primary key,
    family_name       text not null,
    given_name        text not null,
    sex               text not null check (sex in ('F', 'M', 'U')),
    legal_status      text not null check (legal_status in ('CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT_WORKER'))
);

create table office_held (
    id         uuid primary key,
    person_id  uuid not null references person,
    unit_id    uuid not null references unit,
    -- HEAD, ACTING_HEAD, DEPUTY_HEAD or MEMBER of the unit
    rank       text not null check (rank in ('HEAD', 'ACTING_HEAD', 'DEPUTY_HEAD', 'MEMBER')),
    title      text not null,
    valid_from date not null,
    valid_to   date,
    exclude using gist (person_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index office_held_unit on office_held (unit_id);
