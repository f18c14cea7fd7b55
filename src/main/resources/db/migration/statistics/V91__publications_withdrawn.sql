-- A publication that turned out wrong is withdrawn: nobody gets it any more, whoever asks is told since when, and what it
-- told stays known to everybody who attacks a later one.
alter table stat_publication drop constraint stat_publication_state_check;
alter table stat_publication add check (state in ('PREPARED', 'PUBLISHED', 'DISCARDED', 'WITHDRAWN'));
alter table stat_publication drop constraint stat_publication_check;
alter table stat_publication add check ((state in ('PUBLISHED', 'WITHDRAWN')) = (published_at is not null));
alter table stat_publication add column withdrawn_at timestamptz;
alter table stat_publication add column withdrawn_by uuid;
alter table stat_publication add column withdrawn_why text;
alter table stat_publication add check ((state = 'WITHDRAWN') = (withdrawn_at is not null));
drop index stat_publication_known;
create index stat_publication_known on stat_publication using gin (elements) where published_at is not null;
