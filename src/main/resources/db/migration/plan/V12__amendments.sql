-- A document (same id) that amends an issued plan. Until it is in force the plan runs as it was.
create table plan_amendment (
    id          uuid primary key,
    plan_id     uuid        not null references plan,
    agency_id   uuid        not null,
    -- the day printed on it, and the moment at which it changed the tasks
    in_force_on date,
    in_force_at timestamptz,
    -- who issued it
    in_force_by uuid,
    check ((in_force_on is null) = (in_force_at is null) and (in_force_on is null) = (in_force_by is null))
);
create index plan_amendment_plan on plan_amendment (plan_id, in_force_at);

-- What it does to one task: adds it, changes it or takes it out. What the task said before stays beside what it says then,
-- so that a plan is read as of any day.
create table plan_task_change (
    id           uuid primary key,
    amendment_id uuid        not null references plan_amendment,
    plan_id      uuid        not null references plan,
    position     int         not null,
    kind         text        not null check (kind in ('ADD', 'CHANGE', 'DROP')),
    -- of a task to be added: the id it will have
    task_id      uuid        not null,
    before       jsonb,
    after        jsonb,
    reason       text        not null,
    -- whether the task was finished or given up when this was decided
    closed       boolean     not null,
    -- the units that before and after name
    units        uuid[]      not null,
    version      int         not null,
    changed_by   uuid        not null,
    changed_at   timestamptz not null,
    -- taken back before the issue; kept so that it can be had again
    undone_at    timestamptz,
    unique (amendment_id, task_id),
    check ((kind = 'ADD') = (before is null)),
    check ((kind = 'DROP') = (after is null)),
    check (kind <> 'DROP' or reason <> '')
);
create index plan_task_change_task on plan_task_change (task_id);
create index plan_task_change_units on plan_task_change using gin (units);

-- A task that an amendment took out stays with all that was done; it is no part of the plan any more.
alter table plan_task
    add column dropped_on date,
    add column dropped_by uuid references plan_amendment,
    add check ((dropped_on is null) = (dropped_by is null));

-- From the issue on neither the amendment nor its changes are rewritten.
create function refuse_rewritten_amendment() returns trigger language plpgsql as $$
begin
    if old.in_force_on is not null then
        raise exception 'amendment % is in force and cannot be changed', old.id using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger plan_amendment_kept before update or delete on plan_amendment
    for each row execute function refuse_rewritten_amendment();
create function refuse_rewritten_change() returns trigger language plpgsql as $$
begin
    if exists (select 1 from plan_amendment
               where  in_force_on is not null
               and    id = case when tg_op = 'INSERT' then new.amendment_id else old.amendment_id end) then
        raise exception 'the amendment is in force, its changes stay' using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger plan_task_change_kept before insert or update or delete on plan_task_change
    for each row execute function refuse_rewritten_change();
