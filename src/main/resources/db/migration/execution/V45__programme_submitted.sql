-- The office says when the programme of a year is ready for the head, who approves it or sends it back.
alter table oversight_programme
    add column submitted_at  timestamptz,
    add column submitted_by  uuid,
    -- what the head wants changed; until it is submitted again
    add column return_reason text,
    add check ((submitted_at is null) = (submitted_by is null)),
    add check (submitted_at is null or return_reason is null);
create index oversight_programme_waiting on oversight_programme (agency_id)
    where approved_at is null and (submitted_at is not null or return_reason is not null);
