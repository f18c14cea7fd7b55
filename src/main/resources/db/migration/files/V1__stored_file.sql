-- Bytes lie in the data folder under their SHA-256, once; a row says who brought them, when and under which name.
create table stored_file (
    id            uuid primary key,
    agency_id     uuid        not null,
    sha256        char(64)    not null,
    size          bigint      not null check (size >= 0),
    media_type    text        not null,
    original_name text        not null,
    stored_by     uuid        not null,
    stored_at     timestamptz not null
);
create index stored_file_content on stored_file (agency_id, sha256);
