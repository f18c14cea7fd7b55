-- "10-15" is a number from one to another; "đạt" is none. The first can be judged, the second is for people to judge.
alter table stat_target add column value_to numeric check (value_to > value);
update stat_target
set    value = cast(split_part(printed, '-', 1) as numeric), value_to = cast(split_part(printed, '-', 2) as numeric)
where  value is null and printed ~ '^[0-9]{1,9}-[0-9]{1,9}$'
  and  cast(split_part(printed, '-', 1) as numeric) < cast(split_part(printed, '-', 2) as numeric);
