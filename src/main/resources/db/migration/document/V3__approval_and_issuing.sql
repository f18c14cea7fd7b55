-- What was approved and what was printed are kept as such: the text between approval and issue must stay the same, and
-- an issued document is shown as it was issued even when what stands beside it (tasks of a plan) has gone on.
alter table outgoing_document add column approved_on date;
-- SHA-256 of the content that the head read and approved
alter table outgoing_document add column approved_content char(64);
-- the whole content as printed in the issued files
alter table outgoing_document add column issued_content jsonb;
alter table outgoing_document add check (state not in ('ISSUED', 'SUPERSEDED', 'RECALLED') or
    (signer_id is not null and signing_capacity is not null and issued_content is not null
     and docx_file_id is not null and pdf_file_id is not null and series is not null and symbol is not null));
alter table outgoing_document add check (signing_capacity in ('HEAD', 'TM', 'Q', 'KT', 'TL', 'TUQ'));

-- the register in its order: unfinished documents first, then issued ones, the newest on top
create index outgoing_document_register on outgoing_document
    (agency_id, (coalesce(issued_on, date '9999-12-31')) desc, (coalesce(number, 2147483647)) desc, id desc);
create index outgoing_document_concerns on outgoing_document (concerns_id) where concerns_id is not null;

-- Powers to sign: TL by the working or records regulation, TUQ by a written authorisation with an end.
create table signing_delegation (
    id          uuid primary key,
    agency_id   uuid        not null,
    capacity    text        not null check (capacity in ('TL', 'TUQ')),
    from_person uuid        not null,
    to_person   uuid        not null,
    scope       text        not null,
    reference   text        not null,
    valid_from  date        not null,
    valid_to    date,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    check (from_person <> to_person),
    check (valid_to is null or valid_from < valid_to),
    check (capacity = 'TL' or valid_to is not null)
);
create index signing_delegation_agency on signing_delegation (agency_id, valid_from);

-- An agency that is a collective signs TM. <printed>: "Ủy ban nhân dân".
create table signing_collective (
    agency_id  uuid not null,
    printed    text not null,
    valid_from date not null,
    valid_to   date,
    exclude using gist (agency_id with =, daterange(valid_from, valid_to) with &&)
);

-- The head's ruling that a type of document has numbers of its own (article 15); without a row all types share one series.
create table number_series_rule (
    agency_id     uuid not null,
    document_type text not null,
    series        text not null check (series <> ''),
    reference     text not null,
    valid_from    date not null,
    valid_to      date,
    exclude using gist (agency_id with =, lower(document_type) with =, daterange(valid_from, valid_to) with &&)
);

-- From here on the database refuses what the program refuses: while a document is with the head, and for ever once it is
-- issued, its words do not change. Only issuing itself writes number and day into the head.
create function refuse_frozen_document() returns trigger language plpgsql as $$
begin
    if old.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') then
        if tg_op = 'DELETE' then
            raise exception 'document % is issued and cannot be deleted', old.id using errcode = 'check_violation';
        end if;
        if (to_jsonb(new) - array['state', 'version', 'changed_at']) is distinct from
           (to_jsonb(old) - array['state', 'version', 'changed_at'])
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
create trigger outgoing_document_frozen before update or delete on outgoing_document
    for each row execute function refuse_frozen_document();

create function refuse_frozen_block() returns trigger language plpgsql as $$
declare
    owner uuid := case when tg_op = 'INSERT' then new.document_id else old.document_id end;
begin
    if (select state from outgoing_document where id = owner) not in ('DRAFT', 'SENT_BACK')
       or (tg_op = 'UPDATE' and new.document_id <> old.document_id) then
        raise exception 'the text of document % is not open for writing', owner using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger document_block_frozen before insert or update or delete on document_block
    for each row execute function refuse_frozen_block();

-- The way a document came is only added to.
create function refuse_rewritten_step() returns trigger language plpgsql as $$
begin
    raise exception 'a step is never rewritten' using errcode = 'check_violation';
end $$;
create trigger document_step_kept before update or delete on document_step
    for each row execute function refuse_rewritten_step();
