-- A role is held for a scope: a unit with or without what is below it, from a day to a day. "CLERK" was one role for two
-- offices, writing and giving numbers; who held it holds both, and the heads of units follow when they are appointed.
create table role_grant (
    id         uuid primary key,
    account_id uuid    not null references account,
    -- the public body whose records are seen in this role
    agency_id  uuid    not null,
    -- where its holder sits
    unit_id    uuid    not null,
    role       text    not null,
    scope_id   uuid    not null,
    with_below boolean not null,
    valid_from date    not null,
    valid_to   date,
    check (valid_to is null or valid_from < valid_to)
);
create index role_grant_account on role_grant (account_id, valid_from);

insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from, valid_to)
select gen_random_uuid(), account_id, agency_id, unit_id, new_role, agency_id, true, valid_from, valid_to
from   account_role
cross  join lateral (
    select unnest(case role when 'CLERK' then array['OFFICE_CLERK', 'RECORDS_CLERK'] else array[role] end) as new_role) r;

drop table account_role;
