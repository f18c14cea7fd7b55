-- Asked for each row of a list, a function in PL/pgSQL remembers its plan; one in SQL makes it anew each time.
create or replace function account_called(who uuid) returns text language plpgsql stable parallel safe as $$
begin
    return coalesce((select person_called(a.person_id) from account a where a.id = who), '');
end
$$;
