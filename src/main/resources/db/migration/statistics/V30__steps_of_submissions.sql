-- What was done with a submission, a dated row each: sent up, taken back, sent back, accepted, opened for an amendment. Rows
-- are only added.
create table stat_submission_step (
    id            uuid primary key,
    submission_id uuid        not null references stat_submission,
    step          text        not null check (step in ('SUBMITTED', 'WITHDRAWN', 'RETURNED', 'ACCEPTED', 'AMENDED')),
    at            timestamptz not null,
    by_account    uuid        not null,
    -- for which agency
    by_agency     uuid        not null references unit,
    -- why: of what was sent back and of an amendment
    reason        text        not null default '' check (length(reason) <= 2000),
    -- the deadline that held then; null when there was none
    due_on        date
);
create index stat_submission_step_submission on stat_submission_step (submission_id, at);

-- Everybody who entered figures into a submission: none of them accepts it.
create table stat_submission_hand (
    submission_id uuid not null references stat_submission,
    account_id    uuid not null,
    primary key (submission_id, account_id)
);

-- What is said about one figure by whoever looks at it. Remarks without a step are being collected; sending back sends them.
create table stat_cell_remark (
    id            uuid primary key,
    submission_id uuid        not null references stat_submission,
    slot          int         not null check (slot >= 0),
    words         text        not null check (length(words) between 1 and 1000),
    written_at    timestamptz not null,
    written_by    uuid        not null,
    step_id       uuid references stat_submission_step
);
create index stat_cell_remark_submission on stat_cell_remark (submission_id, slot);
create index stat_cell_remark_step on stat_cell_remark (step_id);

-- A page of what waits to be accepted, by the units of a reach.
create index stat_submission_submitted on stat_submission (id) where state = 'SUBMITTED';
