-- Files behind what was measured and what came out of an initiative, kept as those of tasks are. What is taken back stays
-- with who and when.
create table initiative_evidence (
    id            uuid primary key,
    initiative_id uuid        not null references initiative,
    -- null: of the result as a whole
    measure_id    uuid references initiative_measure,
    file_id       uuid        not null,
    title         text        not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    removed_by    uuid,
    removed_at    timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index initiative_evidence_of on initiative_evidence (initiative_id, added_at);
