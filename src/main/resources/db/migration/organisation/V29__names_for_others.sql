-- What other modules print beside their own rows, so that a page need not ask again for names.

-- A unit as it is called on a day; one that has ended by then under the name it had last, one that begins later under its
-- first. Null when there never was such a unit.
create function unit_called(unit uuid, day date) returns text language sql stable parallel safe as $$
    select n.name from unit_name n
    where  n.unit_id = unit
    order  by (n.valid_from <= day) desc, case when n.valid_from <= day then n.valid_from end desc, n.valid_from
    limit  1
$$;

create function person_called(person uuid) returns text language sql stable parallel safe as $$
    select p.family_name || ' ' || p.given_name from person p where p.id = person
$$;

-- Title of the office that a person holds longest on a day; null without one.
create function office_of(person uuid, day date) returns text language sql stable parallel safe as $$
    select o.title from office_held o
    where  o.person_id = person and o.valid_from <= day and (o.valid_to is null or day < o.valid_to)
    order  by o.valid_from, o.id
    limit  1
$$;
