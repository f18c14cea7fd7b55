-- People come on a team after its decision only by a decision of its own, which names them; until it is issued they see
-- nothing. No document yet: the names are being collected.
create table oversight_supplement (
    id          uuid primary key,
    mission_id  uuid        not null references oversight_mission,
    document_id uuid unique,
    created_by  uuid        not null,
    created_at  timestamptz not null
);
create index oversight_supplement_mission on oversight_supplement (mission_id);
alter table oversight_member add column supplement_id uuid references oversight_supplement;

create or replace view oversight_cover as
select v.id as visit_id, v.mission_id, v.unit_id, m.person_id, m.leads,
       greatest(r.from_day, m.from_day, a.issued_on) as from_day, least(r.to_day, m.to_day) as to_day
from   oversight_mission r
join   outgoing_document d on d.id = r.decision_id and d.state = 'ISSUED'
join   oversight_member m on m.mission_id = r.id
left   join oversight_supplement s on s.id = m.supplement_id
left   join outgoing_document a on a.id = s.document_id and a.state = 'ISSUED'
join   oversight_visit v on v.mission_id = r.id and v.cancelled_at is null
where  r.cancelled_at is null and (m.supplement_id is null or a.id is not null);

-- Who heads a team and follows its recommendations up, also after the days of the decision.
create view oversight_head as
select m.mission_id, m.person_id
from   oversight_member m
left   join oversight_supplement s on s.id = m.supplement_id
left   join outgoing_document a on a.id = s.document_id and a.state = 'ISSUED'
where  m.leads and m.end_reason is null and (m.supplement_id is null or a.id is not null);
