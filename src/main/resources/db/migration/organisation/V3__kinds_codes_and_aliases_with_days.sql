-- What a unit is changes like its name: Huế was a province and is a centrally run city, the unit is the same. So the kind
-- stands beside the name and has its days.
alter table unit_name add column kind text;
update unit_name n set kind = u.kind from unit u where u.id = n.unit_id;
alter table unit_name alter column kind set not null;
alter table unit drop column kind;

alter table unit_name add check (valid_from < valid_to), add check (btrim(name) <> '');
alter table unit_parent add check (valid_from < valid_to), add check (unit_id <> parent_id);
alter table agency_letterhead add check (valid_from < valid_to);

-- A spelling belongs to the days on which the unit was called so; those known until now hold for its whole life.
alter table unit_alias add column valid_from date, add column valid_to date;
update unit_alias a set valid_from = u.valid_from, valid_to = u.valid_to from unit u where u.id = a.unit_id;
alter table unit_alias alter column valid_from set not null;
alter table unit_alias drop constraint unit_alias_pkey;
alter table unit_alias add check (valid_from < valid_to),
    add exclude using gist (unit_id with =, alias with =, daterange(valid_from, valid_to) with &&);

-- ADMINISTRATIVE: the list of administrative units (QĐ 124/2004/QĐ-TTg, since 01/7/2025 QĐ 19/2025/QĐ-TTg); two digits
-- for a province, three for a district, five for a commune. E_IDENTIFIER: QĐ 20/2020/QĐ-TTg. A code names one unit on one
-- day and another one on another: 24 is Bắc Giang until 30/6/2025 and Bắc Ninh from the next day.
create table unit_code (
    unit_id    uuid not null references unit,
    scheme     text not null check (scheme in ('ADMINISTRATIVE', 'E_IDENTIFIER')),
    code       text not null,
    valid_from date not null,
    valid_to   date,
    check (valid_from < valid_to),
    check (scheme <> 'ADMINISTRATIVE' or code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$'),
    check (scheme <> 'E_IDENTIFIER' or length(code) <= 35 and code ~ '^[0-9A-Z]+([.][0-9A-Z]+)*$'),
    exclude using gist (unit_id with =, scheme with =, daterange(valid_from, valid_to) with &&),
    constraint unit_code_one_unit_a_day
        exclude using gist (scheme with =, code with =, daterange(valid_from, valid_to) with &&)
);

create index unit_name_unit on unit_name (unit_id, valid_from);
create index unit_parent_unit on unit_parent (unit_id, valid_from);
create index unit_code_unit on unit_code (unit_id);
create index unit_code_code on unit_code (scheme, code, valid_from);

-- What a search looks into, folded.
create function unit_words(name text, short_name text, abbreviation text) returns text
    language sql immutable parallel safe
    return fold(name || ' ' || coalesce(short_name, '') || ' ' || coalesce(abbreviation, ''));
create index unit_name_words on unit_name using gin (unit_words(name, short_name, symbol_abbreviation) gin_trgm_ops);
create index unit_name_order on unit_name (name collate vietnamese, unit_id);

-- "What is below this unit on that day", page by page and counted, from the index alone.
drop index unit_within_ancestor;
create index unit_within_below on unit_within (ancestor_id, unit_id, valid_from, valid_to);

-- As before, but a ring of parents, which must not exist, ends after 64 levels instead of never; unit_faults names it.
create or replace function derive_unit_within(units uuid[]) returns void language sql as $$
    delete from unit_within where unit_id = any (units);
    insert into unit_within (unit_id, ancestor_id, distance, valid_from, valid_to)
    with recursive path as (
        select id as unit_id, id as ancestor_id, 0 as distance, valid_from,
               coalesce(valid_to, date 'infinity') as valid_to
        from   unit where id = any (units)
        union all
        select p.unit_id, u.parent_id, p.distance + 1, greatest(p.valid_from, u.valid_from),
               least(p.valid_to, coalesce(u.valid_to, date 'infinity'))
        from   path p
        join   unit_parent u on u.unit_id = p.ancestor_id
                            and u.valid_from < p.valid_to
                            and p.valid_from < coalesce(u.valid_to, date 'infinity')
        where  p.distance < 64
    )
    select unit_id, ancestor_id, distance, valid_from, valid_to from path;
$$;

-- What must never be true of these units, one row for each fault: asked before every change of units is stored.
create function unit_faults(units uuid[]) returns table (unit_id uuid, fault text) language sql stable as $$
    select u.id, 'its names do not cover exactly the days of the unit'
    from   unit u
    where  u.id = any (units)
    and    datemultirange(daterange(u.valid_from, u.valid_to)) is distinct from
           (select range_agg(daterange(n.valid_from, n.valid_to)) from unit_name n where n.unit_id = u.id)
    union all
    select p.unit_id, 'it has a parent on a day on which one of the two does not exist'
    from   unit_parent p join unit u on u.id = p.unit_id join unit a on a.id = p.parent_id
    where  (p.unit_id = any (units) or p.parent_id = any (units))
    and    not (daterange(p.valid_from, p.valid_to) <@ daterange(u.valid_from, u.valid_to)
                and daterange(p.valid_from, p.valid_to) <@ daterange(a.valid_from, a.valid_to))
    union all
    select c.unit_id, 'it has a code or a spelling on a day on which it does not exist'
    from   (select unit_id, valid_from, valid_to from unit_code
            union all select unit_id, valid_from, valid_to from unit_alias) c
    join   unit u on u.id = c.unit_id
    where  u.id = any (units)
    and    not daterange(c.valid_from, c.valid_to) <@ daterange(u.valid_from, u.valid_to)
    union all
    select w.unit_id, 'it is below itself'
    from   unit_within w where w.unit_id = any (units) and w.ancestor_id = w.unit_id and w.distance > 0
$$;
