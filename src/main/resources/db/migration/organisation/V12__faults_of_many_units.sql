-- As before, but asked unit by unit through the indexes: with thousands of units in one question, comparing every row with
-- every one of them took longer than founding them.
create or replace function unit_faults(units uuid[]) returns table (unit_id uuid, fault text) language sql stable as $$
    with asked as materialized (select distinct unnest(units) as id)
    select u.id, 'its names do not cover exactly the days of the unit'
    from   asked join unit u on u.id = asked.id
    where  datemultirange(daterange(u.valid_from, u.valid_to)) is distinct from
           (select range_agg(daterange(n.valid_from, n.valid_to)) from unit_name n where n.unit_id = u.id)
    union all
    select p.unit_id, 'it has a parent on a day on which one of the two does not exist'
    from  (select c.* from asked join unit_parent c on c.unit_id = asked.id
           union all
           select c.* from asked join unit_parent c on c.parent_id = asked.id) p
    join   unit u on u.id = p.unit_id
    join   unit a on a.id = p.parent_id
    where  not (daterange(p.valid_from, p.valid_to) <@ daterange(u.valid_from, u.valid_to)
                and daterange(p.valid_from, p.valid_to) <@ daterange(a.valid_from, a.valid_to))
    union all
    select u.id, 'it has a code or a spelling on a day on which it does not exist'
    from   asked join unit u on u.id = asked.id
    where  exists (select 1 from unit_code c where c.unit_id = u.id
                   and not daterange(c.valid_from, c.valid_to) <@ daterange(u.valid_from, u.valid_to))
    or     exists (select 1 from unit_alias s where s.unit_id = u.id
                   and not daterange(s.valid_from, s.valid_to) <@ daterange(u.valid_from, u.valid_to))
    union all
    select w.unit_id, 'it is below itself'
    from   asked join unit_within w on w.unit_id = asked.id and w.ancestor_id = asked.id
    where  w.distance > 0
$$;
-- Every unit has few spellings; without this the one look per unit would read all of them.
create index unit_alias_unit on unit_alias (unit_id);
