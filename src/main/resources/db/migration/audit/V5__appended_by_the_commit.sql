-- Between the append and the commit lay a journey to the program and back, with the chain locked: on a busy machine that
-- was most of the time. Now the deeds of a transaction wait in a table that is empty whenever nobody is committing, and
-- the commit itself appends them. Unlogged, since a deed that is not committed leaves nothing to recover.
create unlogged table audit_pending (
    deeds jsonb not null
);
alter function audit_append(jsonb) rename to audit_append_now;

do $migration$
begin
    execute replace($body$
create function audit_append(deeds jsonb) returns void
    language plpgsql security definer as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into :schema.audit_pending values (deeds);
end;
$$;

create function audit_append_at_commit() returns trigger
    language plpgsql security definer as $$
begin
    delete from :schema.audit_pending;
    perform :schema.audit_append_now(new.deeds);
    return null;
end;
$$;
    $body$, ':schema', quote_ident(current_schema()));
end;
$migration$;
revoke all on function audit_append(jsonb), audit_append_now(jsonb) from public;
create constraint trigger audit_append_at_commit after insert on audit_pending
    deferrable initially deferred for each row execute function audit_append_at_commit();
