-- The program now sends the append and the commit together, so that no journey lies between them: the table in which the
-- deeds of a transaction waited for the trigger of the commit is not needed, nor is the trigger, which together cost more
-- than the append.
drop function audit_append_at_commit() cascade;
drop table audit_pending;
drop function audit_append(jsonb);
drop function audit_append_now(jsonb);

do $migration$
begin
    execute replace($body$
-- Appends deeds to the chains of their agencies, the deeds in the order of their agencies.
-- at_once: whoever commits waits for the disk while the chain is locked; else the commit does not wait, and whoever
-- committed waits for the disk afterwards, together with the others.
create function audit_append(deeds jsonb, at_once boolean default true) returns void
    language plpgsql security definer as $$
declare
    deed   record;
    before bytea;
    next   bigint;
    made   bytea;
begin
    if not at_once then perform set_config('synchronous_commit', 'off', true); end if;
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
    $body$, ':schema', quote_ident(current_schema()));
end;
$migration$;
revoke all on function audit_append(jsonb, boolean) from public;
