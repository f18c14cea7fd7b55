-- Who took a token away and, when it was not its owner, why: its owner reads it beside the token.
alter table api_token add column revoked_by uuid;
alter table api_token add column revoke_reason text;
alter table api_token add check (revoked_at is not null or (revoked_by is null and revoke_reason is null));
create index api_token_list on api_token (made_at desc, id desc);
