create extension if not exists btree_gin; -- indexes for "of this agency, and contains"
