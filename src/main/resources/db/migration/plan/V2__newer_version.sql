-- A newer version of a document that a plan was made of: shown clause by clause beside the plan, which it does not change.
alter table plan_import add column newer_than_plan_id uuid references plan;
create index plan_import_newer on plan_import (newer_than_plan_id) where newer_than_plan_id is not null;
create index plan_by_import on plan (import_id) where import_id is not null;
