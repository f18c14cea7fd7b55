-- A plan that has been issued is amended by a document of its own; the tasks it changes lie in the module of plans.
alter table outgoing_document drop constraint outgoing_document_kind_check;
alter table outgoing_document add constraint outgoing_document_kind_check
    check (kind in ('PLAN', 'REPORT', 'ERRATUM', 'RECALL', 'LETTER', 'OVERSIGHT_DECISION', 'OVERSIGHT_CONCLUSION', 'AMENDMENT'));
