-- A recommendation whose unit ended goes on at its successor, and comes back when that event is taken back.
alter table oversight_follow_up
    drop constraint oversight_follow_up_step_check,
    add check (step in ('REPORTED', 'ACCEPTED', 'RETURNED', 'POSTPONED', 'WITHDRAWN', 'REOPENED', 'HANDED_OVER', 'HANDED_BACK')),
    -- HANDED_OVER, HANDED_BACK: the unit before; unit_id is the one from now on
    add column from_unit_id uuid,
    add check ((step in ('HANDED_OVER', 'HANDED_BACK')) = (from_unit_id is not null));
