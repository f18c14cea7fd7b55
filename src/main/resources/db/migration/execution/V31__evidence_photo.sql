-- A picture that was brought as evidence: what is served is a smaller copy without what the phone wrote into it; the
-- original lies sealed. Keyed by the served file, since evidence of tasks and of oversight both point at that.
create table evidence_photo (
    file_id       uuid primary key,
    thumbnail_id  uuid not null,
    -- sealed with the key of the installation, bound to file_id
    original_id   uuid not null,
    original_name text not null,
    original_type text not null,
    -- of the original before it was sealed: so that it can be compared with what a phone still holds
    original_sha256 char(64) not null
);
