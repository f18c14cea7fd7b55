-- What a document of the register is found by, folded once instead of for each document at each search.
alter table outgoing_document add column folded text generated always as (fold(
    subject || coalesce(' ' || (head ->> 'documentType'), '') || coalesce(' ' || printed_number(number) || '/' || symbol, '')
    || coalesce(' ' || (head -> 'signature' ->> 'name'), ''))) stored;

-- It is not worked out yet when the database asks whether what is issued stays as it is, and follows from what does.
create or replace function refuse_frozen_document() returns trigger language plpgsql as $$
begin
    if old.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') then
        if tg_op = 'DELETE' then
            raise exception 'document % is issued and cannot be deleted', old.id using errcode = 'check_violation';
        end if;
        if (to_jsonb(new) - array['state', 'version', 'changed_at', 'folded']) is distinct from
           (to_jsonb(old) - array['state', 'version', 'changed_at', 'folded'])
           or (new.state <> old.state and not (old.state = 'ISSUED' and new.state in ('SUPERSEDED', 'RECALLED'))) then
            raise exception 'document % is issued and cannot be changed', old.id using errcode = 'check_violation';
        end if;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    -- approval writes the signature block, issue the number and the day; nothing else while the head has it
    if old.state in ('SUBMITTED', 'APPROVED') and new.head is distinct from old.head
       and not (new.state <> old.state and new.state in ('APPROVED', 'ISSUED')) then
        raise exception 'document % is not open for writing', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
