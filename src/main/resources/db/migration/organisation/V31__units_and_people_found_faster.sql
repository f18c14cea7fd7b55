-- What nobody may hold twice on one day is watched by indexes (GiST) that find a row several times slower than the plain
-- indexes beside them, yet PostgreSQL preferred them, for by its reckoning they cost the same. With a condition that
-- always holds, but that a question does not imply, they stand for the rule alone.

alter table unit_name drop constraint unit_name_unit_id_daterange_excl;
alter table unit_name add constraint unit_name_one_at_a_time
    exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
    where (unit_id is distinct from '00000000-0000-0000-0000-000000000000');

alter table unit_parent drop constraint unit_parent_unit_id_daterange_excl;
alter table unit_parent add constraint unit_parent_one_at_a_time
    exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
    where (unit_id is distinct from '00000000-0000-0000-0000-000000000000');

alter table person_fact drop constraint person_fact_person_id_kind_daterange_excl;
alter table person_fact add constraint person_fact_one_of_a_kind_at_a_time
    exclude using gist (person_id with =, kind with =, daterange(valid_from, valid_to) with &&)
    where (person_id is distinct from '00000000-0000-0000-0000-000000000000');

alter table office_held drop constraint one_main_office_at_a_time;
alter table office_held add constraint one_main_office_at_a_time
    exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
    where (main and person_id is distinct from '00000000-0000-0000-0000-000000000000');

-- The units of somebody's reach on a day. In a statement of its own, so that what asks for them is planned once: how many
-- units an array names is not known beforehand, and a plan that reckons with ten of them each looks too dear to be kept.
create function units_reached(whole uuid[], only_units uuid[], day date) returns setof uuid
    language plpgsql stable parallel safe rows 10 as $$
begin
    return query
        select w.unit_id from unit_within w
        where  w.ancestor_id = any (whole) and w.valid_from <= day and day < w.valid_to
        union
        select unnest(only_units);
end $$;
