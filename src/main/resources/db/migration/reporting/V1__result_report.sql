-- A result report is an outgoing document (same id) about one plan in one window of days.
create table result_report (
    id           uuid primary key references outgoing_document,
    agency_id    uuid not null,
    plan_id      uuid not null references plan,
    period       text not null check (period in ('MONTH', 'QUARTER', 'FIRST_HALF', 'SECOND_HALF', 'YEAR', 'OTHER')),
    -- year and ordinal (month or quarter) of the period; a window of its own has neither
    year         int,
    ordinal      int,
    -- the period in the words of the report: "6 tháng đầu năm 2024"
    label        text not null,
    -- both days included
    from_day     date not null,
    to_day       date not null,
    compiled_at  timestamptz not null,
    -- everything the text was made of, as it was at that moment: the figures of the report lead back to it for ever
    data         jsonb not null,
    -- SHA-256 of the same: tells whether the tasks have gone on since
    data_version char(64) not null,
    check (from_day <= to_day),
    check ((period = 'OTHER') = (year is null)),
    check ((year is null) = (ordinal is null))
);
create index result_report_plan on result_report (plan_id, from_day);
create index result_report_list on result_report (agency_id, to_day desc, id desc);

-- Which paragraph was made of what. A paragraph whose version is no longer the one written here was edited by a person
-- and is never written over; one that is gone was deleted by a person and does not come back.
create table result_report_source (
    report_id     uuid not null references result_report,
    slot          text not null,
    block_id      uuid not null,
    block_version int  not null,
    task_id       uuid,
    document_id   uuid,
    primary key (report_id, slot)
);
