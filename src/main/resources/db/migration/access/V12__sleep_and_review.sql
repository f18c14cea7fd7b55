-- Accounts that are there already count as used on the day they learn to sleep.
update account set woken_at = now();

-- Twice a year somebody looks at every account and confirms or ends it; who did so, and when, stays.
create table account_review (
    account_id uuid        not null references account,
    -- "2026-1" for January to June, "2026-2" for the rest of the year
    period     text        not null check (period ~ '^\d{4}-[12]$'),
    decision   text        not null check (decision in ('CONFIRMED', 'ENDED')),
    decided_by uuid        not null,
    decided_at timestamptz not null,
    primary key (account_id, period)
);

-- Who somebody is at an OpenID Connect provider.
create table linked_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null references account,
    provider   text        not null,
    linked_by  uuid        not null,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);
create index linked_identity_account on linked_identity (account_id);
