-- Whether its plan is in force stands beside the state of a task: a list of one agency is one walk along an index, instead
-- of being held against every issued document of the country. The database keeps it, whoever issues or recalls the plan.
alter table task_status add column running boolean;
update task_status s set running = coalesce((select d.state = 'ISSUED' from outgoing_document d where d.id = s.plan_id), false);
alter table task_status alter column running set not null;

create function task_status_running() returns trigger language plpgsql as $$
begin
    -- shared, so that a recall in the same moment waits for the task and finds it
    select d.state = 'ISSUED' into new.running from outgoing_document d where d.id = new.plan_id for share;
    new.running := coalesce(new.running, false);
    return new;
end
$$;
create trigger task_status_running before insert on task_status
    for each row execute function task_status_running();

create function task_status_follows_plan() returns trigger language plpgsql as $$
begin
    update task_status set running = (new.state = 'ISSUED') where plan_id = new.id and running <> (new.state = 'ISSUED');
    return null;
end
$$;
create trigger plan_in_force_changed after update of state on outgoing_document
    for each row when (new.kind = 'PLAN' and old.state is distinct from new.state) execute function task_status_follows_plan();

drop index task_status_open;
create index task_status_open on task_status (agency_id, due_on, task_id)
    where running and state in ('NOT_STARTED', 'IN_PROGRESS');
drop index task_status_not_done;
create index task_status_not_done on task_status (agency_id, due_on, task_id) where running and state = 'NOT_DONE';
drop index task_status_lead;
create index task_status_lead on task_status (lead_unit_id, due_on, task_id) include (agency_id, state, running);
