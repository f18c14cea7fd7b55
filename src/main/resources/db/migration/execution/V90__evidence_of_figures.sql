-- What lies behind the figures that a unit hands in: the signed table, a list, minutes. Kept as evidence of tasks is; what is
-- taken back stays with who and when. It stands with one revision: an amendment has evidence of its own.
create table submission_evidence (
    id            uuid primary key,
    submission_id uuid        not null,
    -- whose file it is: who reads it may sit in another agency
    agency_id     uuid        not null,
    file_id       uuid,
    link_address  text check (link_address ~ '^https?://' and length(link_address) <= 2000),
    link_dated    date,
    title         text        not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    removed_by    uuid,
    removed_at    timestamptz,
    check ((file_id is null) <> (link_address is null)),
    check ((link_address is null) = (link_dated is null)),
    check ((removed_by is null) = (removed_at is null))
);
create index submission_evidence_of on submission_evidence (submission_id, added_at);
