-- Somebody asks for a correction of what is kept about them; the office accepts or refuses with a reason, within the
-- working days of data/data-request-times.csv. The day it is due is kept as it was counted when it was asked.
create table person_data_request (
    id          uuid primary key,
    person_id   uuid        not null references person,
    field       text        not null,
    words       text        not null check (words <> '' and length(words) <= 2000),
    asked_at    timestamptz not null,
    due_on      date        not null,
    state       text        not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    answer      text        check (length(answer) <= 2000),
    answered_by uuid,
    answered_at timestamptz,
    check ((state = 'OPEN') = (answered_at is null)),
    check (state <> 'REFUSED' or answer <> '')
);
create index person_data_request_person on person_data_request (person_id);
create index person_data_request_due on person_data_request (state, due_on, id);
