-- Name and place of an addressee do not change, so they are folded for searches once; and "who has taken up this clause"
-- is answered from the index alone.
alter table plan_addressee add column folded text not null generated always as (fold(unit_name || ' ' || place)) stored;
drop index plan_task_from;
create index plan_task_from on plan_task (from_task_id, addressee_id) where from_task_id is not null;

create or replace view cascade_addressee as
select a.id, a.cascade_id, a.unit_id, a.unit_name, a.parent_id, a.place, a.inside, a.given_on, a.made_at, a.plan_id,
       a.confirmed_at, a.confirmed_by, a.started_on, a.reported_on, a.handed_over_on, a.handed_over_to, a.folded,
       d.state as document_state, d.number, d.symbol, d.issued_on,
       case when a.handed_over_on is not null then 'HANDED_OVER'
            when a.reported_on is not null then 'REPORTED'
            when a.started_on is not null then 'STARTED'
            when d.issued_on is not null then 'ISSUED'
            when a.confirmed_at is not null then 'CONFIRMED'
            when a.made_at is not null then 'GIVEN'
            else 'WAITING' end as stage
from   plan_addressee a left join outgoing_document d on d.id = a.plan_id and not a.inside;
