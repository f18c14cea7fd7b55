-- Figures that an agency publishes beyond those who may see raw ones: what is shown, and the proof that nobody works out
-- what is not. The true counts, the outcomes by kind and the proof stay in here; outside goes only what outcomes show.
create table stat_publication (
    id           uuid primary key,
    agency_id    uuid        not null references unit,
    title        text        not null check (title <> ''),
    elements     text[]      not null,
    periods      text[]      not null,
    dimension    text,
    method       text        not null check (method in ('WITHHOLD', 'ROUND')),
    base         int         not null default 0,
    threshold    int         not null check (threshold >= 1),
    state        text        not null check (state in ('PREPARED', 'PUBLISHED', 'DISCARDED')),
    layout       jsonb       not null,
    tables       jsonb       not null,
    outcomes     jsonb       not null,
    proof        jsonb       not null,
    shown        int         not null,
    small        int         not null,
    others       int         not null,
    made_at      timestamptz not null,
    made_by      uuid        not null,
    published_at timestamptz,
    published_by uuid,
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((method = 'ROUND') = (base > 0))
);
create index stat_publication_agency on stat_publication (agency_id, made_at desc);
-- whatever was published of an element is known to everybody who attacks a later publication
create index stat_publication_known on stat_publication using gin (elements) where state = 'PUBLISHED';
