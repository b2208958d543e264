-- Every event this service told, once: the audit trail, the feed and the outbox of the broker. Rows are only ever
-- appended here, and move to the archive when they are old.
--
-- A sequence alone is no position to read from: it is drawn before the commit, and a transaction that commits late would
-- be passed over. So a row carries a horizon too: no less than the id of its own transaction, hence it can be read safely
-- once all transactions up to its horizon have ended; and no less than that of any transaction that had ended when it was
-- written, hence what is written under one lock after another, as the events of one case are, is in that order by
-- (horizon, seq).
create table events.event_log (
  horizon           bigint      not null default greatest(
    pg_current_xact_id()::text::bigint,
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1),
  seq               bigint      not null generated always as identity,
  event_id          uuid        not null,
  event_type        text        not null,
  schema_version    text        not null,
  aggregate_id      text        not null,
  aggregate_version bigint      not null,
  occurred_at       timestamptz not null,
  correlation_id    text        not null,
  traceparent       text,
  payload           jsonb       not null,
  primary key (horizon, seq)
);

-- rows lie in the order of time, nearly: enough to find where a moment begins
create index event_log_by_time on events.event_log using brin (occurred_at);

create table events.event_log_archive (
  like events.event_log,
  archived_at timestamptz not null,
  primary key (horizon, seq)
);

create index event_log_archive_by_aggregate on events.event_log_archive (aggregate_id, aggregate_version);

-- How far the broker has been told, and how far the log has been archived: everything up to there, nothing after it.
create table events.log_position (
  reader     text        primary key check (reader in ('publisher', 'archive')),
  horizon    bigint      not null,
  seq        bigint      not null,
  updated_at timestamptz not null
);

insert into events.log_position (reader, horizon, seq, updated_at) values
  ('publisher', 0, 0, now()),
  ('archive', 0, 0, now());
