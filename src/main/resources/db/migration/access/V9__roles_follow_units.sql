-- When a unit ends, what is held for it goes to its successor where that gives nobody more than before. Which event did
-- that is kept with the row, so that undoing the event undoes it.
alter table role_grant add column opened_by_event uuid;
alter table role_grant add column ended_by_event uuid;
-- the last day it had before, and the one it got, so that what was changed by hand since stays
alter table role_grant add column valid_to_before date;
alter table role_grant add column valid_to_by_event date;
create index role_grant_opened_by on role_grant (opened_by_event) where opened_by_event is not null;
create index role_grant_ended_by on role_grant (ended_by_event) where ended_by_event is not null;

create table account_follows_unit (
    event_id      uuid not null,
    account_id    uuid not null references account,
    agency_before uuid not null,
    unit_before   uuid not null,
    agency_after  uuid not null,
    unit_after    uuid not null,
    primary key (event_id, account_id, unit_before)
);
