create table account (
    id                   uuid primary key,
    person_id            uuid        not null,
    username             text        not null,
    password_hash        text        not null,
    must_change_password boolean     not null,
    language             text        not null default 'vi' check (language in ('vi', 'en')),
    created_at           timestamptz not null
);
create unique index account_username on account (lower(username));

-- a role is held for an agency; the unit is where its holder sits
create table account_role (
    account_id uuid not null references account,
    agency_id  uuid not null,
    unit_id    uuid not null,
    role       text not null check (role in ('CLERK', 'HEAD', 'STAFF')),
    valid_from date not null,
    valid_to   date,
    primary key (account_id, agency_id, role, valid_from)
);

-- Failed sign-ins slow down the next try from the same address for the same name. Keyed by both, so that a stranger
-- who guesses does not lock the owner out; the key is a hash, since a typed "name" is now and then a password.
create table sign_in_failure (
    key_hash   bytea primary key,
    failures   int         not null,
    not_before timestamptz not null
);
