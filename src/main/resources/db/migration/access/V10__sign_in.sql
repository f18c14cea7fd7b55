-- A sign-in from its first step to its end. The browser's session names its row; a row that is ended ends the session.
create table sign_in (
    id             uuid primary key,
    account_id     uuid        not null references account,
    method         text        not null,
    -- "Chrome · Windows" and "10.0.3.0/24": enough for its owner to recognise it
    device         text        not null,
    network        text        not null,
    started_at     timestamptz not null,
    last_seen_at   timestamptz not null,
    -- nothing was done for long: sensitive screens ask again who sits there
    confirm_needed boolean     not null default false,
    ended_at       timestamptz,
    end_reason     text
);
create index sign_in_account on sign_in (account_id, started_at);

alter table account add last_sign_in_at timestamptz;
-- not used for long: cannot sign in until an administrator wakes it
alter table account add asleep_since timestamptz;
alter table account add woken_at timestamptz;

-- The app that shows codes of six digits (RFC 6238). The secret is encrypted with a key from the data folder.
create table totp_secret (
    account_id   uuid primary key references account,
    secret       bytea       not null,
    -- the sign-in it was shown to while it waited for its first code; no other one may finish what was begun there
    shown_to     uuid        not null,
    created_at   timestamptz not null,
    -- null until its first code was typed
    confirmed_at timestamptz,
    -- a code of this step or an earlier one was used and is not taken again
    last_step    bigint      not null default 0
);

-- Codes on paper, each good once. The first letters find the row, the rest is hashed like a password.
create table recovery_code (
    account_id uuid        not null references account,
    mark       text        not null,
    code_hash  text        not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    primary key (account_id, mark)
);

-- WebAuthn credentials; the columns are those of the standard's credential record.
create table passkey (
    credential_id    bytea primary key,
    account_id       uuid        not null references account,
    name             text        not null,
    public_key       bytea       not null,
    signature_count  bigint      not null,
    uv_initialized   boolean     not null,
    backup_eligible  boolean     not null,
    backup_state     boolean     not null,
    transports       text        not null,
    attestation      bytea,
    client_data      bytea,
    created_at       timestamptz not null,
    last_used_at     timestamptz not null
);
create index passkey_account on passkey (account_id);

-- An administrator took the factors away; the person is told at the next sign-in.
create table factor_reset (
    account_id uuid        not null references account,
    reset_at   timestamptz not null,
    reset_by   uuid        not null,
    seen_at    timestamptz,
    primary key (account_id, reset_at)
);
