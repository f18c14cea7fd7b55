-- What each unit has in hand: open tasks of plans in force that it leads, and those it helps with as long as its own part
-- is open. The page after sign-in, that of a unit and that of a head ask for it each time; put together then from
-- tasks, coordinating units and parts it took as long as the rest of the page. The database keeps it, whoever
-- changes the task, its units or a part.
-- Nobody writes between filling and keeping, should another node be at work.
lock table task_status, plan_task_coordinating, task_part in share row exclusive mode;

create table task_in_hand (
    unit_id   uuid    not null,
    task_id   uuid    not null,
    agency_id uuid    not null,
    leads     boolean not null,
    due_on    date,
    primary key (task_id, unit_id)
);
create index task_in_hand_unit on task_in_hand (unit_id, due_on, task_id) include (agency_id, leads);

create function task_in_hand_reckoned(tasks uuid[]) returns setof task_in_hand language sql stable as $$
    select unit_id, task_id, agency_id, bool_or(leads), due_on
    from  (select s.lead_unit_id as unit_id, s.task_id, s.agency_id, true as leads, s.due_on
           from   task_status s
           where  s.task_id = any (tasks) and s.running and s.state in ('NOT_STARTED', 'IN_PROGRESS')
           and    s.lead_unit_id is not null
           union  all
           select c.unit_id, s.task_id, s.agency_id, false, s.due_on
           from   task_status s
           join   plan_task_coordinating c on c.task_id = s.task_id and c.unit_id is not null
           left   join task_part q on q.task_id = c.task_id and q.unit_id = c.unit_id
           where  s.task_id = any (tasks) and s.running and s.state in ('NOT_STARTED', 'IN_PROGRESS')
           and    coalesce(q.state, 'NOT_STARTED') in ('NOT_STARTED', 'IN_PROGRESS')) h
    group  by unit_id, task_id, agency_id, due_on
$$;

create function task_in_hand_keep(tasks uuid[]) returns void language plpgsql as $$
begin
    if tasks is null then return; end if;
    -- One at a time for a task: what somebody else has just changed about it is seen below.
    perform 1 from task_status where task_id = any (tasks) order by task_id for no key update;
    delete from task_in_hand where task_id = any (tasks);
    insert into task_in_hand select * from task_in_hand_reckoned(tasks);
end
$$;

insert into task_in_hand select * from task_in_hand_reckoned(array(select task_id from task_status));

create function task_in_hand_of_status() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from task_in_hand where task_id in (select task_id from before);
    elsif tg_op = 'INSERT' then
        perform task_in_hand_keep((select array_agg(task_id) from after));
    else
        perform task_in_hand_keep((
            select array_agg(a.task_id) from after a join before b using (task_id)
            where  (a.state in ('NOT_STARTED', 'IN_PROGRESS'), a.running, a.due_on, a.lead_unit_id, a.agency_id)
                   is distinct from
                   (b.state in ('NOT_STARTED', 'IN_PROGRESS'), b.running, b.due_on, b.lead_unit_id, b.agency_id)));
    end if;
    return null;
end
$$;
create trigger task_in_hand_inserted after insert on task_status referencing new table as after
    for each statement execute function task_in_hand_of_status();
create trigger task_in_hand_updated after update on task_status referencing old table as before new table as after
    for each statement execute function task_in_hand_of_status();
create trigger task_in_hand_deleted after delete on task_status referencing old table as before
    for each statement execute function task_in_hand_of_status();

-- Of drafts, which have no state yet, nothing is kept.
create function task_in_hand_of_changed() returns trigger language plpgsql as $$
begin
    perform task_in_hand_keep((select array_agg(distinct s.task_id) from changed join task_status s using (task_id)));
    return null;
end
$$;
create trigger task_in_hand_inserted after insert on plan_task_coordinating referencing new table as changed
    for each statement execute function task_in_hand_of_changed();
create trigger task_in_hand_updated after update on plan_task_coordinating referencing new table as changed
    for each statement execute function task_in_hand_of_changed();
create trigger task_in_hand_deleted after delete on plan_task_coordinating referencing old table as changed
    for each statement execute function task_in_hand_of_changed();
create trigger task_in_hand_inserted after insert on task_part referencing new table as changed
    for each statement execute function task_in_hand_of_changed();
create trigger task_in_hand_updated after update on task_part referencing new table as changed
    for each statement execute function task_in_hand_of_changed();
create trigger task_in_hand_deleted after delete on task_part referencing old table as changed
    for each statement execute function task_in_hand_of_changed();

-- What was given up lately is red for who watches the unit.
create index task_status_given_up on task_status (lead_unit_id) where running and state = 'NOT_DONE';
