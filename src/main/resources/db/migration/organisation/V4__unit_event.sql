-- Why units are as they are: what was decided about them, by what decision, known from where. What an event changed is
-- kept row by row, so that a wrong one can be taken back exactly.
create table unit_event (
    id          uuid primary key,
    -- the order in which events were recorded; tells which of two on one day came first
    no          bigint generated always as identity unique,
    kind        text        not null check (kind in ('CREATE', 'RENAME', 'MERGE_INTO', 'CONSOLIDATE', 'SPLIT', 'MOVE',
                                                     'DISSOLVE', 'TRANSFER_FUNCTION')),
    -- the first day on which it holds
    happens_on  date        not null,
    legal_basis text        not null default '',
    source      text        not null default '',
    note        text        not null default '',
    -- somebody compared it with the decision itself
    verified    boolean     not null default false,
    corrects_id uuid references unit_event,
    account_id  uuid        not null,
    agency_id   uuid        not null,
    recorded_at timestamptz not null,
    undone_at   timestamptz,
    undone_by   uuid
);
create index unit_event_day on unit_event (happens_on, no);

-- SUBJECT: whom it happened to. RESULT: what there is afterwards. FROM_PARENT, TO_PARENT: of a move. BELOW: moved along.
create table unit_event_unit (
    event_id     uuid not null references unit_event on delete cascade,
    unit_id      uuid not null references unit,
    role         text not null check (role in ('SUBJECT', 'RESULT', 'FROM_PARENT', 'TO_PARENT', 'BELOW')),
    position     int  not null default 0,
    -- of a split: the part of the subject that went here
    share        numeric(9, 6) check (share > 0 and share <= 1),
    -- the function that went here
    function     text,
    primary key (event_id, unit_id, role)
);
create index unit_event_unit_unit on unit_event_unit (unit_id);

-- Who carries on from whom since a day. The share is the part of the one that went into the other; null where only a
-- function of a dissolved unit went there. A unit that goes on by itself has no row, save when a part was split off.
create table unit_succession (
    event_id uuid   not null references unit_event,
    event_no bigint not null,
    from_id  uuid   not null references unit,
    to_id    uuid   not null references unit,
    on_day   date   not null,
    share    numeric(9, 6),
    function text,
    primary key (event_id, from_id, to_id)
);
create index unit_succession_from on unit_succession (from_id, on_day, event_no);
create index unit_succession_to on unit_succession (to_id, on_day);

-- Rows of units before and after an event: no "before" was inserted, no "after" was removed.
create table unit_event_row (
    event_id   uuid   not null references unit_event on delete cascade,
    no         bigint generated always as identity,
    fact       text   not null,
    row_before jsonb,
    row_after  jsonb,
    primary key (event_id, no)
);

-- Who on a day carries on from units as they were on an earlier day, through chains, shares multiplied. A unit that
-- still exists carries on from itself; one that ended and left nothing to anybody is carried on by nobody.
create function unit_successors(origins uuid[], from_day date, at_day date)
    returns table (origin uuid, unit_id uuid, share numeric, function text) language sql stable as $$
    with recursive chain as (
        select o as origin, o as unit_id, from_day as since_day, 9223372036854775807 as since_no, 1::numeric as share,
               null::text as function
        from   unnest(origins) o
        union all
        select c.origin, s.to_id, s.on_day, s.event_no, c.share * s.share, coalesce(s.function, c.function)
        from   chain c
        join   unit_succession s on s.from_id = c.unit_id and s.on_day <= at_day
        where  s.event_no = (select n.event_no from unit_succession n
                             where  n.from_id = c.unit_id and (n.on_day, n.event_no) > (c.since_day, c.since_no)
                             and    n.on_day <= at_day
                             order by n.on_day, n.event_no limit 1)
    ),
    ends as (
        select c.* from chain c
        where  not exists (select 1 from unit_succession n
                           where  n.from_id = c.unit_id and (n.on_day, n.event_no) > (c.since_day, c.since_no)
                           and    n.on_day <= at_day)
    )
    select e.origin, e.unit_id, sum(e.share), string_agg(distinct e.function, '; ')
    from   ends e join unit u on u.id = e.unit_id
                             and u.valid_from <= at_day and (u.valid_to is null or at_day < u.valid_to)
    group  by e.origin, e.unit_id
$$;
