-- What was given up is listed by its deadline like everything else that is wrong; the order of the index is the order of
-- the list.
drop index task_status_not_done;
create index task_status_not_done on task_status (agency_id, due_on, task_id) where state = 'NOT_DONE';
