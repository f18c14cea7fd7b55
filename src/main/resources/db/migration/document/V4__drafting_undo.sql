-- What deletions, splits and joins took away from a draft, kept for a day so that it can be put back exactly as it was.
create table drafting_undo (
    id          uuid primary key,
    document_id uuid        not null references outgoing_document,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    taken       jsonb       not null
);
create index drafting_undo_document on drafting_undo (document_id, made_at);
