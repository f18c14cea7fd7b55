-- A number as it is printed and searched for: two digits at least (Decree 30/2020 annex I), and whole from 100 on.
create function printed_number(n int) returns text
    language sql immutable strict parallel safe
    return lpad(n::text, greatest(2, length(n::text)), '0');
