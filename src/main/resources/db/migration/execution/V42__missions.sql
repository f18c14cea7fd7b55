-- One word, one meaning: a round is an occurrence of a task that recurs (kỳ). What a decision sends a team out for (cuộc)
-- is a mission from here on.
alter table oversight_round rename to oversight_mission;
alter table oversight_member rename column round_id to mission_id;
alter table oversight_visit rename column round_id to mission_id;
alter view oversight_cover rename column round_id to mission_id;
alter index oversight_round_list rename to oversight_mission_list;
