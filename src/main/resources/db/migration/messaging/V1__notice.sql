-- What a person is told. No words are stored: a kind, whose sentence stands in the message files, and its arguments, which
-- are numbers, days, document numbers and keys of words. Ids are made in time order, so the list pages by id.
create table notice (
    id         uuid primary key,
    account_id uuid        not null,
    kind       text        not null,
    arguments  text[]      not null,
    link       text        not null check (link like '/%' and link not like '//%'),
    -- what happened, once: a listener that runs twice tells nobody twice
    occasion   text        not null,
    created_at timestamptz not null,
    read_at    timestamptz
);
create unique index notice_once on notice (account_id, occasion);
create index notice_account on notice (account_id, id);
-- counted in the head of every page
create index notice_unread on notice (account_id) where read_at is null;
create index notice_created on notice (created_at);

-- How a kind of notice reaches a person, where they chose otherwise than the standard of the kind.
create table notice_preference (
    account_id uuid not null,
    kind       text not null,
    delivery   text not null check (delivery in ('APP', 'AT_ONCE', 'DAILY', 'WEEKLY', 'OFF')),
    primary key (account_id, kind)
);

-- Where a person's mail goes and when it may. Mail is sent only to an address whose owner typed back the code it got.
create table mail_address (
    account_id        uuid primary key,
    address           text,
    language          text        not null default 'vi' check (language in ('vi', 'en')),
    -- an address that waits for its code; the code itself is kept as a hash
    pending_address   text,
    code_hash         bytea,
    code_sent_at      timestamptz,
    code_tries        int         not null default 0,
    -- codes sent on that day, so that nobody floods a stranger's letter box
    codes_day         date,
    codes_that_day    int         not null default 0,
    -- no mail from-to; null: at any hour
    quiet_from        time,
    quiet_to          time,
    working_days_only boolean     not null,
    check ((quiet_from is null) = (quiet_to is null)),
    check ((pending_address is null) = (code_hash is null))
);

-- One message to one person; what it tells is counted from its items when it is sent.
create table mail (
    id             uuid primary key,
    account_id     uuid        not null,
    state          text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DISCARDED')),
    attempts       int         not null default 0,
    -- how often the receiver's server, and not the way to ours, said no
    refusals       int         not null default 0,
    next_at        timestamptz not null,
    claimed_at     timestamptz,
    failure        text check (failure in ('CONNECTION', 'TLS', 'AUTHENTICATION', 'ADDRESS', 'REFUSED', 'OTHER')),
    failed_at      timestamptz,
    sent_at        timestamptz,
    created_at     timestamptz not null
);
create index mail_waiting on mail (next_at) where state in ('WAITING', 'SENDING');
create index mail_failed on mail (id) where state = 'FAILED';
create index mail_sent on mail (sent_at) where state = 'SENT';

-- A notice that is to go by mail as well, from when on. The act that sends a notice only adds rows here; the job that
-- sends puts together what is due for one person.
create table mail_item (
    notice_id  uuid primary key references notice on delete cascade,
    account_id uuid        not null,
    due_at     timestamptz not null,
    mail_id    uuid references mail on delete cascade
);
create index mail_item_due on mail_item (due_at) where mail_id is null;
create index mail_item_mail on mail_item (mail_id);
