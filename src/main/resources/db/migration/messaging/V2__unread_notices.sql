-- How many notices an account has not read, counted no further than "many": for the statement that asks who is signed in,
-- so that the head of a page need not ask again.
create function unread_notices(account uuid, many int) returns int language sql stable parallel safe as $$
    select cast(count(*) as int) from (
        select 1 from notice n where n.account_id = account and n.read_at is null limit many) counted
$$;
