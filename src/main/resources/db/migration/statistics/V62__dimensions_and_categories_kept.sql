-- Dimensions and categories are kept by people: added, named anew, put in order, taken out of use. What forms tell apart by
-- is never taken away.

-- A category that came when forms told apart by the others already: those forms lack it and are whole nevertheless.
alter table stat_category add column added_on date;
-- From this day on nothing new asks for it.
alter table stat_category add column retired_on date;
alter table stat_dimension add column retired_on date;

-- What a dimension, or one of its categories, was called until a day.
create table stat_former_name (
    id           uuid primary key,
    dimension_id uuid        not null references stat_dimension on delete cascade,
    category_id  uuid        references stat_category on delete cascade,
    name_vi      text        not null,
    name_en      text        not null,
    until        date        not null,
    changed_by   uuid        not null,
    changed_at   timestamptz not null
);
create index stat_former_name_dimension on stat_former_name (dimension_id, until);
