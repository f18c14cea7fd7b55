-- Rows that are brought back from elsewhere may come before their tasks: the lead they bring along stays.
create or replace function task_status_lead_of_task() returns trigger language plpgsql as $$
begin
    if new.lead_unit_id is null then
        new.lead_unit_id := (select t.lead_unit_id from plan_task t where t.id = new.task_id);
    end if;
    return new;
end
$$;
