-- The lead stands beside the state, so that what one unit has to do is one walk along an index and its figures are counted
-- without looking into the tasks. The database keeps it, whoever changes the lead: an act, a successor, an amendment.
alter table task_status add column lead_unit_id uuid;
update task_status s set lead_unit_id = t.lead_unit_id from plan_task t where t.id = s.task_id;

create function task_status_lead_of_task() returns trigger language plpgsql as $$
begin
    new.lead_unit_id := (select t.lead_unit_id from plan_task t where t.id = new.task_id);
    return new;
end
$$;
create trigger task_status_lead before insert on task_status
    for each row execute function task_status_lead_of_task();

create function task_status_follows_lead() returns trigger language plpgsql as $$
begin
    update task_status set lead_unit_id = new.lead_unit_id where task_id = new.id;
    return null;
end
$$;
create trigger task_lead_changed after update of lead_unit_id on plan_task
    for each row when (old.lead_unit_id is distinct from new.lead_unit_id) execute function task_status_follows_lead();

create index task_status_lead on task_status (lead_unit_id, due_on, task_id) include (plan_id, agency_id, state);

-- A word that is common in the country is looked for in one agency: both in one index, or the common word is gone through
-- for all agencies first.
create index task_status_agency_words on task_status using gin (agency_id, folded gin_trgm_ops);
drop index task_status_words;
