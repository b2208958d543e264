create schema if not exists sessions;

-- Activity touches no indexed column, so that it is a heap-only update: whether a session has ended is asked of the
-- sessions of one user, and sweep_at says when to look at one, at its end or before.
create table sessions.sessions (
  session_id       varchar(40)  not null primary key,
  version          bigint       not null,
  user_id          varchar(255) not null,
  client_id        varchar(255),
  session_type     varchar(50)  not null,
  title            varchar(200),
  status           varchar(20)  not null,
  timeout_minutes  integer      not null,
  metadata         jsonb        not null,
  case_count       integer      not null,
  facts            bigint       not null,
  created_at       timestamptz  not null,
  updated_at       timestamptz  not null,
  last_activity_at timestamptz  not null,
  expires_at       timestamptz  not null,
  sweep_at         timestamptz  not null
) with (fillfactor = 80);

create unique index sessions_of_clients on sessions.sessions (user_id, client_id)
  where status = 'active' and client_id is not null;
create index sessions_by_user on sessions.sessions (user_id);
create index sessions_to_sweep on sessions.sessions (sweep_at);
