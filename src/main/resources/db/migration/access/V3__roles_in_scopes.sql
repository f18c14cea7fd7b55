-- Roles are data: given, ended and corrected on pages, and what was given is never deleted. A role taken back on the day
-- it was given has no day left (valid_from = valid_to), so the days alone say what holds, in every query.
alter table role_grant drop constraint role_grant_check;
alter table role_grant add check (valid_to is null or valid_from <= valid_to);
alter table role_grant add column given_by uuid;
alter table role_grant add column given_at timestamptz;
-- the decision it rests on, as its number and day are written; not every role has one
alter table role_grant add column reference text not null default '';
alter table role_grant add column ended_by uuid;
alter table role_grant add column ended_at timestamptz;
-- the row that stands in the place of one that was entered wrongly
alter table role_grant add column corrected_by_id uuid references role_grant;

-- Until now every role reached over the whole agency. Who reports for a unit or leads one does so for that unit.
update role_grant set scope_id = unit_id where role in ('STAFF', 'DIVISION_HEAD', 'UNION_CADRE');

-- one role in one scope at a time
alter table role_grant add exclude using gist
    (account_id with =, agency_id with =, role with =, scope_id with =, daterange(valid_from, valid_to) with &&);
create index role_grant_scope on role_grant (scope_id);
create index role_grant_agency on role_grant (agency_id, role);

-- Whom an account belongs to, also before and after it holds a role: the unit of its person when it was opened.
alter table account add column agency_id uuid;
alter table account add column unit_id uuid;
alter table account add column closed_at timestamptz;
alter table account add column closed_by uuid;
alter table account add check ((closed_at is null) = (closed_by is null));
update account a set agency_id = g.agency_id, unit_id = g.unit_id
from   (select distinct on (account_id) account_id, agency_id, unit_id from role_grant
        order by account_id, valid_from, id) g
where  g.account_id = a.id;
create index account_agency on account (agency_id);
create index account_person on account (person_id);

-- Roles held for somebody else, in writing and from a day to a day: by order (TL), by authorisation (TUQ), as acting head
-- of a unit whose post is vacant (Q), as the substitute of somebody who is absent.
create table role_delegation (
    id           uuid primary key,
    agency_id    uuid        not null,
    kind         text        not null check (kind in ('BY_ORDER', 'BY_AUTHORISATION', 'ACTING', 'SUBSTITUTE')),
    -- whose role it is; for an acting head who named them
    from_account uuid        not null references account,
    to_account   uuid        not null references account,
    -- where the holder sits
    unit_id      uuid        not null,
    -- null for a substitute, who holds what the absent person holds on the day
    role         text,
    scope_id     uuid,
    with_below   boolean     not null,
    reference    text        not null check (reference <> ''),
    valid_from   date        not null,
    valid_to     date,
    given_by     uuid        not null,
    given_at     timestamptz not null,
    ended_by     uuid,
    ended_at     timestamptz,
    check (from_account <> to_account),
    check ((kind = 'SUBSTITUTE') = (role is null) and (role is null) = (scope_id is null)),
    check (role not in ('INSPECTOR', 'AUDITOR', 'SYSTEM_ADMINISTRATOR')),
    check (valid_to is not null or kind in ('BY_ORDER', 'ACTING')),
    check (valid_to is null or valid_from <= valid_to),
    check ((ended_at is null) = (ended_by is null))
);
create index role_delegation_to on role_delegation (to_account, valid_from);
create index role_delegation_from on role_delegation (from_account, valid_from);
create index role_delegation_agency on role_delegation (agency_id, valid_from);

-- What an account holds on a day, its own and what it holds for others: the only place that says so. What was received is
-- never a source of more: everything held for somebody comes out of that person's own roles, so nothing is passed on.
-- Who watches and who hands out roles does so in person.
create function roles_held(held_by uuid, day date)
    returns table (agency_id uuid, unit_id uuid, role text, scope_id uuid, with_below boolean, capacity text,
                   behalf uuid, since date)
    language sql stable as $$
    with own as (
        select g.* from role_grant g join account a on a.id = g.account_id and a.closed_at is null
        where  g.valid_from <= day and (g.valid_to is null or day < g.valid_to)),
    handed as (
        select d.* from role_delegation d join account a on a.id = d.from_account and a.closed_at is null
        where  d.to_account = held_by and d.valid_from <= day and (d.valid_to is null or day < d.valid_to))
    select g.agency_id, g.unit_id, g.role, g.scope_id, g.with_below, 'OWN', cast(null as uuid), g.valid_from
    from   own g where g.account_id = held_by
    union all
    select d.agency_id, d.unit_id, d.role, d.scope_id, d.with_below, d.kind, d.from_account, d.valid_from
    from   handed d
    where  d.kind = 'ACTING' or d.kind in ('BY_ORDER', 'BY_AUTHORISATION') and exists (
        select 1 from own g
        where  g.account_id = d.from_account and g.agency_id = d.agency_id and g.role = d.role
        and    (g.with_below or not d.with_below)
        and    in_reach(d.scope_id, case when g.with_below then array[g.scope_id] else array[]::uuid[] end,
                        array[g.scope_id], day))
    union all
    select d.agency_id, d.unit_id, g.role, g.scope_id, g.with_below, d.kind, d.from_account, d.valid_from
    from   handed d join own g on g.account_id = d.from_account and g.agency_id = d.agency_id
    where  d.kind = 'SUBSTITUTE' and g.role not in ('INSPECTOR', 'AUDITOR', 'SYSTEM_ADMINISTRATOR')
    union all
    select d.agency_id, d.unit_id, q.role, q.scope_id, q.with_below, d.kind, d.from_account, d.valid_from
    from   handed d join role_delegation q on q.to_account = d.from_account and q.agency_id = d.agency_id
    where  d.kind = 'SUBSTITUTE' and q.kind = 'ACTING'
    and    q.valid_from <= day and (q.valid_to is null or day < q.valid_to)
$$;
