-- Who was urged for which form and period. The key is what keeps a unit from being urged twice on one day, whoever urges.
create table stat_urging (
    form_id    uuid        not null references stat_form,
    period     int         not null,
    unit_id    uuid        not null references unit,
    on_day     date        not null,
    at         timestamptz not null,
    by_account uuid        not null,
    by_agency  uuid        not null references unit,
    way        text        not null check (way in ('NOTICE', 'MAIL')),
    -- how many people of the unit it reached; none when nobody there has an account
    told       int         not null,
    primary key (form_id, period, unit_id, on_day)
);
create index stat_urging_unit on stat_urging (unit_id);
