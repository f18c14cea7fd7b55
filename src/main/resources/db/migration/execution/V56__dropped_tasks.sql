-- What an amendment of its plan took out is nobody's work any more. Reports never say so: the state comes from the document.
alter table task_status drop constraint task_status_state_check;
alter table task_status add constraint task_status_state_check
    check (state in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'DROPPED'));
