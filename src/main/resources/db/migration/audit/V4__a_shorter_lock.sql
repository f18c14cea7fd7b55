-- The end of a chain is locked from the append to the end of the commit, and a commit waits for the disk: everybody of one
-- agency waited for one another's disk writes. Now the commit of a deed does not wait, so that the lock goes at once;
-- whoever committed waits for the disk afterwards, without a lock and together with the others, before the deed is
-- reported as done. A crash in between loses the deed and its row together, and nobody was told that it was done.
--
-- Names are written with their schema instead of a search path of its own, which costs a third of the call.
create or replace function audit_hash(before bytea, parts text[]) returns bytea
    language plpgsql immutable strict parallel safe as $$
declare
    part text;
    text text := '';
begin
    foreach part in array parts loop
        text := text || octet_length(part) || ':' || part;
    end loop;
    return sha256(before || convert_to(text, 'UTF8'));
end;
$$;

do $migration$
begin
    execute replace($body$
create or replace function audit_append(deeds jsonb) returns void
    language plpgsql security definer as $$
declare
    deed   record;
    before bytea;
    next   bigint;
    made   bytea;
begin
    perform set_config('synchronous_commit', 'off', true);
    for deed in
        select * from jsonb_to_recordset(deeds) as d (
            agency uuid, at timestamptz, account uuid, unit uuid, roles text, kind text, action text, record uuid,
            fields jsonb, request text)
    loop
        select last_hash, last_no + 1 into before, next
        from   :schema.audit_chain where agency_id = deed.agency for update;
        if not found then
            insert into :schema.audit_chain values (deed.agency, 0, decode(repeat('00', 32), 'hex'))
            on conflict do nothing;
            select last_hash, last_no + 1 into before, next
            from   :schema.audit_chain where agency_id = deed.agency for update;
        end if;
        made := :schema.audit_hash(before, array[
            '2', deed.agency::text, next::text,
            to_char(deed.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            deed.account::text, deed.unit::text, deed.roles, deed.kind, deed.action, deed.record::text,
            deed.fields::text, deed.request]);
        insert into :schema.audit_row (agency_id, no, at, account_id, unit_id, roles, kind, action, record_id, fields,
                                       request_id, before_hash, hash, form)
        values (deed.agency, next, deed.at, deed.account, deed.unit, deed.roles, deed.kind, deed.action, deed.record,
                deed.fields, deed.request, before, made, 2);
        update :schema.audit_chain set last_no = next, last_hash = made where agency_id = deed.agency;
    end loop;
end;
$$;

create or replace function refuse_bent_chain() returns trigger language plpgsql as $$
begin
    if new.agency_id = old.agency_id and new.last_no = old.last_no + 1 and exists (
        select 1 from :schema.audit_row
        where  agency_id = new.agency_id and no = new.last_no and hash = new.last_hash)
    then return new;
    end if;
    raise exception 'the record of deeds is only ever added to' using errcode = 'insufficient_privilege';
end;
$$;
    $body$, ':schema', quote_ident(current_schema()));
end;
$migration$;

-- Rows lie nearly in the order of their times: a few marks per block range answer as well as a tree that grows with
-- every row.
drop index audit_row_time;
create index audit_row_time on audit_row using brin (at);
