-- What shows a result often lies on a portal: a link is evidence too. Pages change and go away, so it stands here with the
-- title and the day of what it showed, typed by who brought it; when it was kept is added_at. Nothing is fetched.
alter table task_evidence alter column file_id drop not null;
alter table task_evidence
    add column link_address text check (link_address ~ '^https?://' and length(link_address) <= 2000),
    add column link_dated   date,
    add check ((file_id is null) <> (link_address is null)),
    add check ((link_address is null) = (link_dated is null));
