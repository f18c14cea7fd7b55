-- In which capacity a step was taken: with an own role, or with one held for somebody else and for whom.
alter table document_step add column capacity text not null default 'OWN'
    check (capacity in ('OWN', 'ACTING', 'BY_ORDER', 'BY_AUTHORISATION', 'SUBSTITUTE'));
alter table document_step alter column capacity drop default;
alter table document_step add column behalf_account_id uuid;
alter table document_step add check ((capacity = 'OWN') = (behalf_account_id is null));
