-- Who did something, for pages of other modules that print the name beside their own rows and need not ask again.
-- Empty when there is no such account any more.
create function account_called(who uuid) returns text language sql stable parallel safe as $$
    select coalesce((select person_called(a.person_id) from account a where a.id = who), '')
$$;
