-- As with names of units (organisation, V31): the index that watches the rule is not the one to look roles up with.
alter table role_grant drop constraint role_grant_account_id_agency_id_role_scope_id_daterange_excl;
alter table role_grant add constraint role_grant_once_at_a_time
    exclude using gist (account_id with =, agency_id with =, role with =, scope_id with =, daterange(valid_from, valid_to) with &&)
    where (account_id is distinct from '00000000-0000-0000-0000-000000000000');
