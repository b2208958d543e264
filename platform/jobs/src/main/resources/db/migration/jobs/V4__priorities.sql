-- Which of the tasks that are due is begun first: the higher the sooner. What an earlier release plans has the usual one.
alter table jobs.tasks add column priority smallint not null default 50;

-- where very many are due; where few of very many are, tasks_due finds them, and they are sorted
create index tasks_in_order on jobs.tasks (picked, priority desc, execution_time);
