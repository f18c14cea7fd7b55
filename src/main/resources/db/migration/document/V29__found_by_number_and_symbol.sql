-- A plan names its bases by number and symbol; looked up for each page of the plan, they are found without going through
-- what the agency ever sent out.
create index outgoing_document_printed on outgoing_document (upper(printed_number(number) || '/' || symbol))
    where number is not null;
