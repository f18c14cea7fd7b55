-- A link is evidence of more than tasks: of what was measured and came out of an initiative, of a finding, and of what a unit
-- did about a recommendation. It is kept as that of a task is (V57): with the title and the day of what it showed.
alter table initiative_evidence alter column file_id drop not null;
alter table initiative_evidence
    add column link_address text check (link_address ~ '^https?://' and length(link_address) <= 2000),
    add column link_dated   date,
    add check ((file_id is null) <> (link_address is null)),
    add check ((link_address is null) = (link_dated is null));

alter table oversight_evidence alter column file_id drop not null;
alter table oversight_evidence
    add column link_address text check (link_address ~ '^https?://' and length(link_address) <= 2000),
    add column link_dated   date,
    add check ((file_id is null) <> (link_address is null)),
    add check ((link_address is null) = (link_dated is null));
