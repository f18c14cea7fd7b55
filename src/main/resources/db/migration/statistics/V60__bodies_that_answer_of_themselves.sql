-- "Action Month held: 1 yes, 0 no" is a property of who answers. Added up on another map, two units that merged would count
-- as two bodies there; whoever counts bodies has to know that they are the units themselves.
alter table stat_element add column about_itself boolean not null default false;
update stat_element set about_itself = true where code in ('ACTION_MONTH_HELD', 'PROVINCES', 'PROVINCES_LGBT_SERVICE');
