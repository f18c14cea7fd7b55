-- The day on whose map a publication puts its units; null: each period on that of its own time.
alter table stat_publication add column map date;
-- the list, the newest first, read by its key
create index stat_publication_list on stat_publication (agency_id, made_at desc, id desc) where state <> 'DISCARDED';
drop index stat_publication_agency;
