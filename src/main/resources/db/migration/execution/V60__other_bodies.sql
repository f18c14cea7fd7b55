-- A mission that another body carries out in units of this agency, as its papers say. Its team has no accounts here and its
-- papers are not documents of ours; what it recommends is followed up as our own recommendations are.
alter table oversight_mission
    alter column checklist_id drop not null,
    -- who inspects; null: the agency itself
    add column body               text check (body <> ''),
    add column body_basis         text,
    add column body_decision      text check (body_decision <> ''),
    add column body_decided_on    date,
    -- under which number each paper stands in the office's book of incoming documents, and its scan
    add column decision_arrival   text,
    add column decision_file_id   uuid,
    add column body_conclusion    text check (body_conclusion <> ''),
    add column body_concluded_on  date,
    add column conclusion_arrival text,
    add column conclusion_summary text,
    add column conclusion_file_id uuid,
    add check ((body is null) = (checklist_id is not null)),
    add check ((body is null) = (body_decision is null) and (body is null) = (body_decided_on is null)),
    add check ((body is null) = (body_basis is null) and (body is null) = (decision_arrival is null)),
    add check ((body_conclusion is null) = (body_concluded_on is null)),
    add check ((body_conclusion is null) = (conclusion_arrival is null) and (body_conclusion is null) = (conclusion_summary is null)),
    add check (body is not null or (body_conclusion is null and decision_file_id is null)),
    add check (body_conclusion is not null or conclusion_file_id is null),
    add check (body is null or (decision_id is null and conclusion_id is null));

create or replace function oversight_phase(r oversight_mission, decision text, conclusion text, day date) returns text
    language sql immutable
    return case when r.cancelled_at is not null then 'CANCELLED'
                when conclusion = 'ISSUED' or r.body_concluded_on is not null then 'CONCLUDED'
                when r.body is null and decision is distinct from 'ISSUED' then 'PREPARING'
                when day < r.from_day then 'DECIDED'
                when day < r.to_day then 'UNDER_WAY'
                else 'CONCLUDING' end;

-- THE ONE PLACE that says since when a mission is concluded and its recommendations speak to their units: our own conclusion
-- is issued, another body's is recorded. Null while it is not.
create function oversight_concluded_on(r oversight_mission, conclusion text, issued_on date) returns date
    language sql immutable
    return coalesce(r.body_concluded_on, case when conclusion = 'ISSUED' then issued_on end);
