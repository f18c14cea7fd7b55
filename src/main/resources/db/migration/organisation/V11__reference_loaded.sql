-- Which rows of the shipped data have been brought in, so that a row is brought in once: also when what came of it was
-- changed or taken back here. A later release brings what is new.
create table reference_loaded (
    -- "unit bo-noi-vu", "event bo-ldtbxh-2025"
    key       text primary key,
    -- null where the map of this installation did not admit the row
    event_id  uuid,
    loaded_at timestamptz not null
);
