-- Counts the changes of the map, so that who holds it in memory sees by one look that it has changed.
create table unit_map (no bigint not null);
insert into unit_map values (1);
create unique index unit_map_one_row on unit_map ((true));

create function unit_map_changed() returns trigger language plpgsql as $$
begin
    update unit_map set no = no + 1;
    return null;
end $$;
create trigger unit_map_changed after insert or update or delete on unit
    for each statement execute function unit_map_changed();
create trigger unit_map_changed after insert or update or delete on unit_parent
    for each statement execute function unit_map_changed();
create trigger unit_map_changed after insert or update or delete on unit_name
    for each statement execute function unit_map_changed();
create trigger unit_map_changed after insert or update or delete on unit_succession
    for each statement execute function unit_map_changed();
