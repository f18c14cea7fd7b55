-- Letters (công văn) that are about no other document of the agency: urging, guidance.
alter table outgoing_document drop constraint outgoing_document_kind_check;
alter table outgoing_document add constraint outgoing_document_kind_check
    check (kind in ('PLAN', 'REPORT', 'ERRATUM', 'RECALL', 'LETTER'));
