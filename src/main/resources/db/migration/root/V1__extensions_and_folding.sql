-- Extensions that are "trusted": the owner of the database may create them, no superuser is needed.
create extension if not exists pg_trgm;    -- indexes for "contains", used together with fold()
create extension if not exists btree_gist; -- "no two rows of one unit valid on the same day"

-- Vietnamese order of letters (a ă â b … d đ e ê): the database's own order on the bundled server, not elsewhere.
create collation vietnamese (provider = icu, locale = 'vi-VN');

-- Text as it is compared in searches: without diacritics and case, đ as d. "Bình Đẳng" and "binh dang" fold alike, in
-- composed and in decomposed Unicode. Not the extension unaccent: its rules live in a file that may change under an
-- index, so it is not immutable, and it must be named with its schema.
create function fold(t text) returns text
    language sql immutable strict parallel safe
    return lower(translate(regexp_replace(normalize(t, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd') collate "C");
