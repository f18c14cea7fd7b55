-- A file that comes in parts over a line that breaks. Its bytes lie in the data folder under arriving/ until the form that
-- it belongs to is sent; it belongs to the account that brings it.
create table arriving_file (
    id         uuid primary key,
    account_id uuid        not null,
    agency_id  uuid        not null,
    name       text        not null,
    size       bigint      not null check (size > 0),
    arrived    bigint      not null default 0 check (arrived between 0 and size),
    begun_at   timestamptz not null,
    changed_at timestamptz not null
);
create index arriving_file_account on arriving_file (account_id);
create index arriving_file_old on arriving_file (changed_at);
