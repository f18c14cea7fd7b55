-- When an addressee's own plan was issued stands with the addressee: the parent view counts it for all of them, and looked
-- each up among the documents. The database keeps it.
-- Nobody issues between filling and keeping, should another node be at work.
lock table outgoing_document, plan_addressee in share row exclusive mode;
alter table plan_addressee add column issued_on date;
update plan_addressee a set issued_on = d.issued_on from outgoing_document d where d.id = a.plan_id and not a.inside;

create function plan_addressee_issued() returns trigger language plpgsql as $$
begin
    new.issued_on := null;
    -- shared, so that an issue in the same moment waits for the addressee and finds it
    if not new.inside and new.plan_id is not null then
        select d.issued_on into new.issued_on from outgoing_document d where d.id = new.plan_id for share;
    end if;
    return new;
end
$$;
create trigger plan_addressee_issued before insert or update of plan_id, inside on plan_addressee
    for each row execute function plan_addressee_issued();

create function plan_addressee_follows_plan() returns trigger language plpgsql as $$
begin
    update plan_addressee set issued_on = new.issued_on where plan_id = new.id and not inside;
    return null;
end
$$;
create trigger plan_issued_below after update of issued_on on outgoing_document
    for each row when (new.kind = 'PLAN' and old.issued_on is distinct from new.issued_on)
    execute function plan_addressee_follows_plan();

create or replace view cascade_addressee as
select a.id, a.cascade_id, a.unit_id, a.unit_name, a.parent_id, a.place, a.inside, a.given_on, a.made_at, a.plan_id,
       a.confirmed_at, a.confirmed_by, a.started_on, a.reported_on, a.handed_over_on, a.handed_over_to, a.folded,
       d.state as document_state, d.number, d.symbol, a.issued_on,
       case when a.handed_over_on is not null then 'HANDED_OVER'
            when a.reported_on is not null then 'REPORTED'
            when a.started_on is not null then 'STARTED'
            when a.issued_on is not null then 'ISSUED'
            when a.confirmed_at is not null then 'CONFIRMED'
            when a.made_at is not null then 'GIVEN'
            else 'WAITING' end as stage
from   plan_addressee a left join outgoing_document d on d.id = a.plan_id and not a.inside;
