-- Which unit is below which on which days, whatever the number of levels between them: derived from unit_parent, so that
-- "the subtree of a unit on a day" and "may this person see that unit" are one look into an index. Half open; a relation
-- that has no end ends at infinity. Every unit is within itself (distance 0).
create table unit_within (
    unit_id     uuid not null references unit,
    ancestor_id uuid not null references unit,
    distance    int  not null,
    valid_from  date not null,
    valid_to    date not null,
    check (valid_from < valid_to)
);
create index unit_within_unit on unit_within (unit_id, valid_from);
create index unit_within_ancestor on unit_within (ancestor_id, valid_from);

-- Derives the rows of these units anew; to be called for a unit and all that was ever below it when its parents or its
-- days change.
create function derive_unit_within(units uuid[]) returns void language sql as $$
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
    )
    select unit_id, ancestor_id, distance, valid_from, valid_to from path;
$$;
select derive_unit_within(array(select id from unit));

-- Part of every query about units and people: whether a unit lies where somebody may do something on a day.
create function in_reach(unit uuid, whole uuid[], only_units uuid[], day date) returns boolean
    language sql stable parallel safe
    return unit = any (only_units) or exists (
        select 1 from unit_within w
        where  w.unit_id = unit and w.ancestor_id = any (whole) and w.valid_from <= day and day < w.valid_to);
