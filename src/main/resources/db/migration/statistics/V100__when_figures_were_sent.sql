-- Who handed in on which day, for thousands of answers of one form and period at once: from the index alone, since rows of
-- this table are only added.
create index stat_submission_step_sent on stat_submission_step (submission_id, at) where step = 'SUBMITTED';
