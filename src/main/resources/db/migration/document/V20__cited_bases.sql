-- "Which documents rest on this one?" is asked by the picture of a plan's ties.
create index outgoing_document_bases on outgoing_document using gin ((head -> 'legalBases') jsonb_path_ops);
