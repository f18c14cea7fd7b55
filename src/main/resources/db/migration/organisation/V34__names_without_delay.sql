-- Asked for each row of a list, a function in PL/pgSQL remembers its plan; one in SQL makes it anew each time.
create or replace function unit_called(unit uuid, day date) returns text language plpgsql stable parallel safe as $$
declare
    called text;
begin
    select n.name into called from unit_name n
    where  n.unit_id = unit and n.valid_from <= day and (n.valid_to is null or day < n.valid_to);
    if found then return called; end if;
    return (select n.name from unit_name n
            where  n.unit_id = unit
            order  by (n.valid_from <= day) desc, case when n.valid_from <= day then n.valid_from end desc, n.valid_from
            limit  1);
end
$$;
create or replace function office_of(person uuid, day date) returns text language plpgsql stable parallel safe as $$
begin
    return (select o.title from office_held o
            where  o.person_id = person and o.valid_from <= day and (o.valid_to is null or day < o.valid_to)
            order  by o.valid_from, o.id
            limit  1);
end
$$;
create or replace function person_called(person uuid) returns text language plpgsql stable parallel safe as $$
begin
    return (select p.family_name || ' ' || p.given_name from person p where p.id = person);
end
$$;
create or replace function in_reach(unit uuid, whole uuid[], only_units uuid[], day date) returns boolean
    language plpgsql stable parallel safe as $$
begin
    return unit = any (only_units) or exists (
        select 1 from unit_within w
        where  w.unit_id = unit and w.ancestor_id = any (whole) and w.valid_from <= day and day < w.valid_to);
end
$$;
