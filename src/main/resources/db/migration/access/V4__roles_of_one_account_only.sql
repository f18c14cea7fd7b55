-- As it stood, every request read the roles of everybody: a part of a query that is used more than once is worked out
-- whole before it is narrowed to one account, unless told otherwise. 60,000 people were then 60,000 rows for each page.
create or replace function roles_held(held_by uuid, day date)
    returns table (agency_id uuid, unit_id uuid, role text, scope_id uuid, with_below boolean, capacity text,
                   behalf uuid, since date)
    language sql stable as $$
    with own as not materialized (
        select g.* from role_grant g join account a on a.id = g.account_id and a.closed_at is null
        where  g.valid_from <= day and (g.valid_to is null or day < g.valid_to)),
    handed as not materialized (
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
