-- Dashboards that people made for the figures of a unit, beside the one that is always there. What one shows stands in one
-- row: codes of indicators and elements in their order, and how each is drawn. A code whose indicator or form is gone stays,
-- and the page says so. A deleted one keeps its row, so that it can be brought back.
create table stat_dashboard (
    id         uuid primary key,
    unit_id    uuid        not null references unit,
    name       text        not null check (length(name) between 1 and 120),
    codes      text[]      not null,
    charts     text[]      not null,
    -- grows by one with every change; a change names the one it was made from
    version    int         not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    deleted_at timestamptz,
    check (cardinality(codes) between 1 and 12),
    check (cardinality(codes) = cardinality(charts)),
    check (charts <@ array['LINES', 'BARS', 'SIDES', 'RANKS', 'TABLE'])
);
create index stat_dashboard_unit on stat_dashboard (unit_id);
create index stat_dashboard_name on stat_dashboard (lower(name), id) where deleted_at is null;
