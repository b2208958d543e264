create schema if not exists jobs;

-- db-scheduler's table, by the names it knows, and who a task is about
create table jobs.tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  about_user           varchar(255),
  primary key (task_name, task_instance)
);

create index tasks_due on jobs.tasks (picked, execution_time);
create index tasks_in_work on jobs.tasks (last_heartbeat) where last_heartbeat is not null;
create index tasks_about_a_user on jobs.tasks (about_user) where about_user is not null;
