-- Two clicks made two plans of one document; then its page did not know which to name.
drop index plan_by_import;
create unique index plan_by_import on plan (import_id) where import_id is not null;
