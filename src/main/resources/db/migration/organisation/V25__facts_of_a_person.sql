-- What holds for a person was found through the index that keeps its days apart, which is slow to walk; figures look once
-- for each person.
create index person_fact_person on person_fact (person_id);
