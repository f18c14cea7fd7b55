-- The register of staff. What is kept about a person, for what and for how long stands in data/person-fields.csv; a test
-- fails for a column without a row there.

-- birth_year: the year is enough for age groups, so the day is not kept. staff_code: the number in the agency's own list
-- of staff, to know a person again in an Excel list. revision: counts the changes, so that two people at work on the same
-- record notice each other.
alter table person
    add column birth_year int check (birth_year between 1900 and 2100),
    add column staff_code text check (staff_code <> ''),
    add column revision   int not null default 0;
create index person_by_given_name on person (given_name collate vietnamese, family_name collate vietnamese, id);
create index person_by_folded_name on person (fold(family_name || ' ' || given_name));
create index person_by_staff_code on person (fold(staff_code)) where staff_code is not null;

-- What may change without a change of office, each with its days: legal status, grade, degree, memberships. The kind of
-- membership is all that is kept of it.
create table person_fact (
    id         uuid primary key,
    person_id  uuid not null references person,
    kind       text not null,
    value      text not null,
    valid_from date not null,
    valid_to   date,
    check (valid_to is null or valid_from < valid_to),
    constraint person_fact_value check (case kind
        when 'LEGAL_STATUS' then value in ('CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT_WORKER')
        when 'GRADE' then value in ('SENIOR', 'PRINCIPAL', 'SPECIALIST', 'ASSISTANT', 'EMPLOYEE')
        when 'DEGREE' then value in ('DOCTOR', 'MASTER', 'BACHELOR', 'COLLEGE', 'INTERMEDIATE', 'OTHER')
        when 'TRADE_UNION' then value = 'MEMBER'
        when 'YOUTH_UNION' then value = 'MEMBER'
        when 'PARTY_COMMITTEE' then value = 'MEMBER'
        else false end),
    exclude using gist (person_id with =, kind with =, daterange(valid_from, valid_to) with &&)
);

-- The status was one word without a day. What is known is that it held in the first office; it moves there.
insert into person_fact (id, person_id, kind, value, valid_from)
select gen_random_uuid(), p.id, 'LEGAL_STATUS', p.legal_status,
       coalesce((select min(o.valid_from) from office_held o where o.person_id = p.id), date '1900-01-01')
from   person p;
alter table person drop column legal_status;

-- Somebody may hold several offices at once (a division's expert who chairs the trade union too) but sits in one unit on
-- a day, where the head is counted: the main office. key_leader: counted by indicator 1.1 as long as the office lasts.
alter table office_held
    add column main       boolean not null default true,
    add column key_leader boolean not null default false,
    add check (valid_to is null or valid_from < valid_to);
update office_held o set main = false
where  exists (select 1 from office_held e
               where e.person_id = o.person_id and (e.valid_from, e.id) < (o.valid_from, o.id)
               and   daterange(e.valid_from, e.valid_to) && daterange(o.valid_from, o.valid_to));
alter table office_held
    add constraint one_main_office_at_a_time
    exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&) where (main);
create index office_held_person on office_held (person_id);

-- Who changed a record and when. The words before the last change are kept to undo that change, and go with the next.
create table person_change (
    person_id    uuid        not null references person,
    no           int         not null,
    kind         text        not null check (kind in ('ENTER', 'CORRECT', 'MOVE', 'ADD_OFFICE', 'CORRECT_OFFICE',
                                                      'END_OFFICE', 'FACT', 'LEAVE', 'IMPORT', 'UNDO')),
    effective_on date,
    at           timestamptz not null,
    by_person    uuid        not null,
    before       jsonb,
    primary key (person_id, no)
);

-- Where a person is to be looked for on a day: in the main office of that day; who has left, in the last one on its last
-- day; who is still to come, in the first one on its first day.
create function person_in_reach(person uuid, whole uuid[], only_units uuid[], day date) returns boolean
    language sql stable parallel safe
    return exists (
        select 1
        from  (select o.unit_id, greatest(o.valid_from, least(day, o.valid_to - 1)) as day_there
               from   office_held o
               where  o.person_id = person and o.main
               order  by o.valid_from <= day desc, abs(o.valid_from - day)
               limit  1) seat
        where  in_reach(seat.unit_id, whole, only_units, seat.day_there));
