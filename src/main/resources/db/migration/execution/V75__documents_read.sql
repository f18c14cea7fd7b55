-- "My work" says what there is to read: what the own agency issued lately about the work of the own unit, until the person
-- says that it is read.
create table document_read (
    account_id  uuid        not null,
    document_id uuid        not null references outgoing_document,
    read_at     timestamptz not null,
    primary key (account_id, document_id)
);
create index document_read_latest on document_read (account_id, read_at desc);

-- What was issued lately is few among many years of documents.
create index outgoing_document_lately on outgoing_document (agency_id, issued_on desc, id desc) where state = 'ISSUED';
