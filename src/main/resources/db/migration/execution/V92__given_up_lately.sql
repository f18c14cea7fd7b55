-- What was given up in the last month is red for the agency; found by its day, not among all that was ever given up.
create index task_status_given_up_lately on task_status (agency_id, changed_at) include (due_on, task_id)
    where running and state = 'NOT_DONE';
