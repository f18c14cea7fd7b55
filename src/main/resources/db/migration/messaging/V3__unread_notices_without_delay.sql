-- A function in PL/pgSQL remembers its plan; one in SQL makes it anew for each page.
create or replace function unread_notices(account uuid, many int) returns int language plpgsql stable parallel safe as $$
begin
    return (select count(*) from (
        select 1 from notice n where n.account_id = account and n.read_at is null limit many) counted);
end
$$;
