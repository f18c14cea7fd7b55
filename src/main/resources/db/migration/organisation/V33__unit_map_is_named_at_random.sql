-- A counter that is put back with a backup would come to the same number with another map; a number at random does not.
create or replace function unit_map_changed() returns trigger language plpgsql as $$
begin
    update unit_map set no = ('x' || left(replace(gen_random_uuid()::text, '-', ''), 15))::bit(60)::bigint;
    return null;
end $$;
update unit_map set no = ('x' || left(replace(gen_random_uuid()::text, '-', ''), 15))::bit(60)::bigint;
