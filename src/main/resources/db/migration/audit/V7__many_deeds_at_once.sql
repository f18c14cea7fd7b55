-- A table of 50,000 people is 50,000 deeds of one transaction. Each of them moved the end of the chain, and each look at
-- the end passed by all the versions of it that the same transaction had left behind: time grew with the square of the
-- deeds. Now the end moves once for all deeds of an agency that are appended together.
do $migration$
begin
    execute replace($body$
create or replace function audit_append(deeds jsonb, at_once boolean default true) returns void
    language plpgsql security definer as $$
declare
    deed   record;
    chain  uuid;
    before bytea;
    next   bigint;
begin
    if not at_once then perform set_config('synchronous_commit', 'off', true); end if;
    for deed in
        select * from jsonb_to_recordset(deeds) as d (
            agency uuid, at timestamptz, account uuid, unit uuid, roles text, kind text, action text, record uuid,
            fields jsonb, request text)
    loop
        if chain is distinct from deed.agency then
            if chain is not null then
                update :schema.audit_chain set last_no = next, last_hash = before where agency_id = chain;
            end if;
            chain := deed.agency;
            select last_hash, last_no into before, next from :schema.audit_chain where agency_id = chain for update;
            if not found then
                insert into :schema.audit_chain values (chain, 0, decode(repeat('00', 32), 'hex'))
                on conflict do nothing;
                select last_hash, last_no into before, next
                from   :schema.audit_chain where agency_id = chain for update;
            end if;
        end if;
        next := next + 1;
        insert into :schema.audit_row (agency_id, no, at, account_id, unit_id, roles, kind, action, record_id, fields,
                                       request_id, before_hash, hash, form)
        values (chain, next, deed.at, deed.account, deed.unit, deed.roles, deed.kind, deed.action, deed.record,
                deed.fields, deed.request, before,
                :schema.audit_hash(before, array[
                    '2', chain::text, next::text, to_char(deed.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    deed.account::text, deed.unit::text, deed.roles, deed.kind, deed.action, deed.record::text,
                    deed.fields::text, deed.request]), 2)
        returning hash into before;
    end loop;
    if chain is not null then
        update :schema.audit_chain set last_no = next, last_hash = before where agency_id = chain;
    end if;
end;
$$;

-- The end of a chain moves on only over rows that are there, to the last of them.
create or replace function refuse_bent_chain() returns trigger language plpgsql as $$
begin
    if new.agency_id = old.agency_id and new.last_no > old.last_no and exists (
            select 1 from :schema.audit_row
            where  agency_id = new.agency_id and no = new.last_no and hash = new.last_hash)
        and (new.last_no = old.last_no + 1 or new.last_no - old.last_no = (
            select count(*) from :schema.audit_row
            where  agency_id = new.agency_id and no > old.last_no and no <= new.last_no))
    then return new;
    end if;
    raise exception 'the record of deeds is only ever added to' using errcode = 'insufficient_privilege';
end;
$$;
    $body$, ':schema', quote_ident(current_schema()));
end;
$migration$;
