-- As for the map of units: what is put back with a backup must not come to a number that meant something else.
create or replace function stat_catalogue_changed() returns trigger language plpgsql as $$
begin
    update stat_catalogue set no = ('x' || left(replace(gen_random_uuid()::text, '-', ''), 15))::bit(60)::bigint;
    return null;
end $$;
update stat_catalogue set no = ('x' || left(replace(gen_random_uuid()::text, '-', ''), 15))::bit(60)::bigint;
