-- A filled-in workbook with a row for each of many units, read and shown to whoever brought it before anything of it is
-- stored in the submissions. The latest of a person for a form, period and unit takes the place of the one before.
create table stat_units_workbook (
    id         uuid primary key,
    form_id    uuid        not null references stat_form,
    period     int         not null,
    -- the one that all of its units lie in
    unit_id    uuid        not null,
    brought_by uuid        not null,
    brought_at timestamptz not null,
    file_name  text        not null,
    sha256     bytea       not null,
    -- empty cells of the file take away what is entered
    clears     boolean     not null,
    sheet      text        not null,
    -- letters of the column of each slot
    columns    jsonb       not null,
    -- of each unit: its id, the number of its row, by slot a number, "x" for what does not apply, null for an empty cell
    rows       jsonb       not null,
    mistakes   jsonb       not null,
    outside    jsonb       not null,
    unique (form_id, period, unit_id, brought_by)
);
