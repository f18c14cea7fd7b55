-- The page of the record lets choose among the actions that were ever done, and find the rows of one.
create index audit_row_action on audit_row (agency_id, action, no);
