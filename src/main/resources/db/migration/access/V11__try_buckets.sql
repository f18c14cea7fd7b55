-- Tries that leak away with time, counted by address, network, name, device; keys are hashes.
create table try_bucket (
    key_hash   bytea primary key,
    tries      double precision not null,
    counted_at timestamptz      not null
);
create index try_bucket_counted_at on try_bucket (counted_at);

-- Browsers in which an account was signed in to before, by their signed mark.
create table known_device (
    device        text        not null,
    account_id    uuid        not null references account,
    first_used_at timestamptz not null,
    last_used_at  timestamptz not null,
    primary key (device, account_id)
);
create index known_device_account on known_device (account_id);
