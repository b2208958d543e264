-- What a newer version adds: a column to a table that the version before uses, and a table of its own.
alter table cases.cases add column noticed boolean not null default false;

create table reliability.noticed (case_id text not null);
