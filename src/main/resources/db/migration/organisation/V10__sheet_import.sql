-- Tables brought in from Excel or CSV: checked, shown, and written all or nothing once somebody said so. The file itself
-- lives here only until then; it may name people.
create table sheet_import (
    id                uuid primary key,
    -- what the rows are: units, people
    kind              text not null,
    agency_id         uuid not null,
    brought_by        uuid not null,
    brought_at        timestamptz not null,
    -- who acts, with the roles held then: the job runs later and for them
    acting            jsonb not null,
    language          text not null,
    file_name         text not null,
    sha256            text not null,
    content           bytea,
    state             text not null check (state in
                          ('CHECKING', 'REFUSED', 'WRONG', 'READY', 'WRITING', 'DONE', 'CANCELLED', 'FAILED')),
    cancel_wanted     boolean not null default false,
    rows_done         int not null default 0,
    -- null while nobody knows how many there are
    rows_total        int,
    refusal_key       text,
    refusal_arguments jsonb,
    ignored_columns   jsonb,
    creates           int,
    changes           int,
    unchanged         int,
    mistakes          int,
    preview           jsonb,
    ended_at          timestamptz
);
create index sheet_import_brought on sheet_import (brought_by, brought_at desc);

create table sheet_import_mistake (
    import_id   uuid not null references sheet_import on delete cascade,
    -- in the order of the file
    ordinal     int  not null,
    row_number  int  not null,
    -- empty for the row as a whole
    column_key  text not null,
    message_key text not null,
    arguments   jsonb not null,
    primary key (import_id, ordinal)
);
