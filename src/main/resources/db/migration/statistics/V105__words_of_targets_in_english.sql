-- A target that is said in words and no number ("đạt") stood in Vietnamese on the English page too. Empty while nobody has put
-- the words into English; the one that is shipped is.
alter table stat_target add column printed_en text not null default '' check (length(printed_en) <= 60);
update stat_target set printed_en = 'achieved' where value is null and printed = 'đạt';
