-- The index that keeps offices of one person in one unit apart can be asked for the unit alone, and then walks through all
-- of it; the database thought that as cheap as the index of the unit, and figures of 50,000 people took two minutes. As one
-- value, person and unit can only be asked for together.
alter table office_held drop constraint office_held_person_id_unit_id_daterange_excl;
alter table office_held add constraint one_office_in_a_unit_at_a_time
    exclude using gist ((cast(person_id as text) || cast(unit_id as text)) with =, daterange(valid_from, valid_to) with &&);
