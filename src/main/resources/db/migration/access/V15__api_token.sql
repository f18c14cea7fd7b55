-- With what a program acts in the name of an account, for one agency and for some actions. The secret is 256 random bits
-- and is shown once; a plain hash is enough for it, since nobody tries them all, and is found by its index.
create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account,
    -- for which its owner acted when it was made
    agency_id    uuid        not null,
    name         text        not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    secret_hash  bytea       not null unique,
    made_at      timestamptz not null,
    -- the first day on which it holds no longer
    valid_to     date        not null,
    last_used_on date,
    revoked_at   timestamptz
);
create index api_token_account on api_token (account_id, made_at);
create index api_token_agency on api_token (agency_id);
