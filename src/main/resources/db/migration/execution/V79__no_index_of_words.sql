-- A search walks along the tasks of one agency until it has found enough; nothing else looked into this index.
drop index task_status_agency_words;
