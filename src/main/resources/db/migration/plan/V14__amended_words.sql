-- What an amendment does to one part of the plan's words that is no task: a purpose, a target, a row of an annex. The issued
-- document stays as it is; what is in force is read through these rows.
create table plan_part_change (
    id           uuid primary key,
    amendment_id uuid        not null references plan_amendment,
    plan_id      uuid        not null references plan,
    position     int         not null,
    part         text        not null check (part in ('PURPOSE', 'TARGET', 'ANNEX_ROW')),
    kind         text        not null check (kind in ('ADD', 'CHANGE', 'DROP')),
    -- the paragraph, or the row of a table; of a part to be added the id it will have
    part_id      uuid        not null,
    -- the heading or table it stands under, with its name and columns as issued
    home         jsonb       not null,
    before       jsonb,
    after        jsonb,
    reason       text        not null,
    version      int         not null,
    changed_by   uuid        not null,
    changed_at   timestamptz not null,
    -- taken back before the issue; kept so that it can be had again
    undone_at    timestamptz,
    unique (amendment_id, part_id),
    check ((kind = 'ADD') = (before is null)),
    check ((kind = 'DROP') = (after is null)),
    check (kind <> 'DROP' or reason <> '')
);
create index plan_part_change_part on plan_part_change (plan_id, part_id);
create trigger plan_part_change_kept before insert or update or delete on plan_part_change
    for each row execute function refuse_rewritten_change();
