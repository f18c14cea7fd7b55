-- A filled-in workbook, read and shown to whoever brought it before anything of it is stored in the submission. The latest
-- of a person for a submission takes the place of the one before.
create table stat_workbook (
    id            uuid primary key,
    submission_id uuid        not null references stat_submission,
    brought_by    uuid        not null,
    brought_at    timestamptz not null,
    file_name     text        not null,
    sha256        bytea       not null,
    -- of the submission when the file was read; what others entered since is noticed by it
    edition       int         not null,
    -- empty cells of the file take away what is entered
    clears        boolean     not null,
    -- by slot: a number, or "x" for what does not apply, or null for an empty cell
    answers       jsonb       not null,
    addresses     jsonb       not null,
    mistakes      jsonb       not null,
    outside       jsonb       not null,
    unique (submission_id, brought_by)
);
