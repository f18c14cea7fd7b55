-- The record of deeds is only ever added to. Whoever runs the product may append a row through audit_append() and nothing
-- else: number, hash and end of the chain are made here, under the lock of the chain, in one round trip, so that the lock
-- is held from just before the commit to its end. The triggers stop the owner of the tables from slips; who removes them
-- to rewrite a row is found by walking the chain and by the signed checkpoints.
alter table audit_row
    -- which of the two ways the hash was made: 1 before this release, 2 by audit_append()
    add column form smallint not null default 1 check (form in (1, 2)),
    add column kind text     not null default 'CHANGE'
        check (kind in ('CHANGE', 'REFUSAL', 'SIGN_IN', 'READING', 'EXPORT'));
update audit_row set kind = 'SIGN_IN' where action = 'access.signIn';
alter table audit_row alter column form drop default, alter column kind drop default;

create index audit_row_time on audit_row (agency_id, at);
create index audit_row_account on audit_row (agency_id, account_id, no);
create index audit_row_request on audit_row (request_id);

-- One row that changes with every deed: room for its next versions on the same page.
alter table audit_chain set (fillfactor = 40);

-- SHA-256 over the hash before and all parts, each with its length before it: else "ab" + "c" and "a" + "bc" would hash
-- alike.
create function audit_hash(before bytea, parts text[]) returns bytea
    language sql immutable strict parallel safe
    return sha256(before || (
        select convert_to(string_agg(octet_length(part) || ':' || part, '' order by place), 'UTF8')
        from   unnest(parts) with ordinality as p (part, place)));

-- Appends rows, given as a JSON array, to the chains of their agencies. Whoever calls sorts them by agency, so that two
-- transactions lock their chains in the same order.
create function audit_append(deeds jsonb) returns void
    language plpgsql security definer as $$
declare
    deed   record;
    before bytea;
    next   bigint;
    made   bytea;
begin
    for deed in
        select * from jsonb_to_recordset(deeds) as d (
            agency uuid, at timestamptz, account uuid, unit uuid, roles text, kind text, action text, record uuid,
            fields jsonb, request text)
    loop
        select last_hash, last_no + 1 into before, next
        from   audit_chain where agency_id = deed.agency for update;
        if not found then
            insert into audit_chain values (deed.agency, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
            select last_hash, last_no + 1 into before, next
            from   audit_chain where agency_id = deed.agency for update;
        end if;
        made := audit_hash(before, array[
            '2', deed.agency::text, next::text,
            to_char(deed.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            deed.account::text, deed.unit::text, deed.roles, deed.kind, deed.action, deed.record::text,
            deed.fields::text, deed.request]);
        insert into audit_row (agency_id, no, at, account_id, unit_id, roles, kind, action, record_id, fields,
                               request_id, before_hash, hash, form)
        values (deed.agency, next, deed.at, deed.account, deed.unit, deed.roles, deed.kind, deed.action, deed.record,
                deed.fields, deed.request, before, made, 2);
        update audit_chain set last_no = next, last_hash = made where agency_id = deed.agency;
    end loop;
end;
$$;
-- It runs with the rights of its owner, so it must not be led to tables of the same names elsewhere.
do $$
begin
    execute format('alter function audit_append(jsonb) set search_path = %I, pg_temp', current_schema());
end;
$$;
revoke all on function audit_append(jsonb) from public;

-- The public keys this installation has signed with. Who replaces a key signs the new one with the old.
create table audit_key (
    id         text primary key,
    public_key bytea       not null,
    since      timestamptz not null,
    vouched_by text references audit_key,
    voucher    bytea,
    check ((vouched_by is null) = (voucher is null))
);

-- What was true of the ends of all chains at a time, as one signed text. Each names the hash of the one before.
create table audit_checkpoint (
    no        bigint primary key,
    at        timestamptz not null,
    statement text        not null,
    key_id    text        not null references audit_key,
    signature bytea       not null
);

create function refuse_bent_record() returns trigger language plpgsql as $$
begin
    raise exception 'the record of deeds is only ever added to' using errcode = 'insufficient_privilege';
end;
$$;
create trigger audit_row_kept before update or delete or truncate on audit_row
    for each statement execute function refuse_bent_record();
create trigger audit_key_kept before update or delete or truncate on audit_key
    for each statement execute function refuse_bent_record();
create trigger audit_checkpoint_kept before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_bent_record();
create trigger audit_chain_kept before delete or truncate on audit_chain
    for each statement execute function refuse_bent_record();

-- The end of a chain moves on by one row, and only to a row that is there.
create function refuse_bent_chain() returns trigger language plpgsql as $$
begin
    if new.agency_id = old.agency_id and new.last_no = old.last_no + 1 and exists (
        select 1 from audit_row where agency_id = new.agency_id and no = new.last_no and hash = new.last_hash)
    then return new;
    end if;
    raise exception 'the record of deeds is only ever added to' using errcode = 'insufficient_privilege';
end;
$$;
create trigger audit_chain_moves_on before update on audit_chain
    for each row execute function refuse_bent_chain();

-- The ends named in the checkpoints once more, to be asked for: which chains moved on since, which rows are covered.
create table audit_checkpoint_end (
    agency_id     uuid   not null,
    checkpoint_no bigint not null references audit_checkpoint,
    last_no       bigint not null,
    last_hash     bytea  not null,
    primary key (agency_id, checkpoint_no)
);
create trigger audit_checkpoint_end_kept before update or delete or truncate on audit_checkpoint_end
    for each statement execute function refuse_bent_record();
