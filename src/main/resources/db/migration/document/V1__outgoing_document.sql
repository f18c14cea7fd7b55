-- A văn bản đi from its first draft to its recall. The head of the document (type, symbol, bases, recipients, signature …)
-- is one JSON value with one version; the body lies in blocks with a version each, so that two people at two paragraphs
-- never meet and two at the same paragraph are told.
create table outgoing_document (
    id                  uuid primary key,
    agency_id           uuid        not null,
    kind                text        not null check (kind in ('PLAN', 'REPORT', 'ERRATUM', 'RECALL')),
    state               text        not null check (state in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'APPROVED', 'ISSUED', 'SUPERSEDED', 'RECALLED')),
    subject             text        not null,
    year                int         not null,
    head                jsonb       not null,
    version             int         not null,
    drafting_unit_id    uuid        not null,
    created_by          uuid        not null,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    -- the document that this one corrects, replaces or recalls
    concerns_id         uuid references outgoing_document,
    -- given at issue, never before (Decree 30/2020 articles 15 and 18)
    number              int,
    symbol              text,
    issued_on           date,
    signer_id           uuid,
    signing_capacity    text,
    docx_file_id        uuid,
    pdf_file_id         uuid,
    check ((state in ('ISSUED', 'SUPERSEDED', 'RECALLED')) = (number is not null)),
    check ((number is null) = (issued_on is null))
);
create index outgoing_document_list on outgoing_document (agency_id, kind, year desc, id);

create table document_block (
    id          uuid primary key,
    document_id uuid    not null references outgoing_document,
    -- 0 for the body, 1 … for the annexes in their order
    part        int     not null default 0,
    position    int     not null,
    kind        text    not null,
    number      text,
    text        text    not null,
    rows        jsonb   not null,
    line_from   int,
    line_to     int,
    version     int     not null,
    unique (document_id, part, position) deferrable initially deferred
);

-- Every step from draft to issue with its reason: what the person reads who asks "why did it come back?"
create table document_step (
    document_id uuid        not null references outgoing_document,
    no          int         not null,
    from_state  text,
    to_state    text        not null,
    reason      text,
    account_id  uuid        not null,
    at          timestamptz not null,
    primary key (document_id, no)
);

-- One series per year and agency; the head may rule a separate series for a type (article 15), then "series" names it.
create table number_series (
    agency_id   uuid not null,
    year        int  not null,
    series      text not null,
    last_number int  not null,
    primary key (agency_id, year, series)
);
alter table outgoing_document add column series text;
-- what "never reused, unique under concurrency" rests on, whatever the program does
create unique index outgoing_document_number on outgoing_document (agency_id, extract(year from issued_on), series, number)
    where number is not null;
