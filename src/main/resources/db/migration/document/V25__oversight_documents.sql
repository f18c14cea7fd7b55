-- A decision that sends a team out, and what it concluded: documents of their own kinds, since other modules keep a team,
-- visits, findings and recommendations beside their words.
alter table outgoing_document drop constraint outgoing_document_kind_check;
alter table outgoing_document add constraint outgoing_document_kind_check
    check (kind in ('PLAN', 'REPORT', 'ERRATUM', 'RECALL', 'LETTER', 'OVERSIGHT_DECISION', 'OVERSIGHT_CONCLUSION'));
