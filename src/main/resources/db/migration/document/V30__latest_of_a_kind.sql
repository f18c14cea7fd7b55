-- The newest plans of an agency come along the index, read backwards; with the year alone turned round they were sorted.
drop index outgoing_document_list;
create index outgoing_document_list on outgoing_document (agency_id, kind, year, id);

-- What waits in an office is found among all that it ever issued.
create index outgoing_document_state on outgoing_document (agency_id, state, changed_at, id);
