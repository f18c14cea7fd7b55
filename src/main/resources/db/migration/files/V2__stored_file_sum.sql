-- Whether bytes on the disk are named by any row is asked each night for every one of them.
create index stored_file_sum on stored_file (sha256);
