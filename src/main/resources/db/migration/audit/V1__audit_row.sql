-- Who did what to which record, written in the transaction of the deed. Each row carries the hash of the row before it
-- in its agency's chain, so that a row edited, dropped or slipped in later is found by walking the chain.
create table audit_chain (
    agency_id uuid primary key,
    last_no   bigint not null,
    last_hash bytea  not null
);

create table audit_row (
    agency_id   uuid        not null,
    no          bigint      not null,
    at          timestamptz not null,
    account_id  uuid        not null,
    unit_id     uuid        not null,
    roles       text        not null,
    action      text        not null,
    record_id   uuid        not null,
    fields      jsonb       not null,
    request_id  text        not null,
    before_hash bytea       not null,
    hash        bytea       not null,
    primary key (agency_id, no)
);
create index audit_row_record on audit_row (record_id, no);
