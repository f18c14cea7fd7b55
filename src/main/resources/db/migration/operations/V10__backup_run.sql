-- Each try at a backup, good or not: the operator sees when there was one last and why there was none since.
create table backup_run (
    id            uuid primary key,
    started_at    timestamptz not null,
    ended_at      timestamptz not null,
    -- started at a terminal, not by the daily job
    by_hand       boolean     not null,
    file          text        not null,
    bytes         bigint      not null,
    row_count     bigint      not null,
    file_count    int         not null,
    -- stored files that were missing or damaged on the disk already
    damaged_files bigint      not null,
    -- why there is none: a message and what it names; null when there is one, read back and checked
    error_key     text,
    error_values  text[]      not null default '{}'
);
create index backup_run_ended on backup_run (ended_at desc);
