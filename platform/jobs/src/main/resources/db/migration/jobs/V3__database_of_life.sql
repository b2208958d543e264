-- Which database of its cluster it was: one that is filled from a backup is another one there, in the same history.
alter table jobs.life add column database oid;
