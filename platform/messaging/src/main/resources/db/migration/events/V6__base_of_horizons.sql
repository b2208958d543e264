-- Transaction ids count from anew in another cluster, to which a backup is restored, and positions of the log must not. So
-- horizons are transaction ids above a base, which is raised when the cluster is another one than before. Rows and the
-- positions of readers stay as they are.
create table events.log_base (
  single     boolean     primary key default true check (single),
  base       bigint      not null default 0,
  cluster    text,
  updated_at timestamptz not null
);

insert into events.log_base (updated_at) values (now());

create function events.current_log_base() returns bigint language sql stable
  return (select base from events.log_base);

alter table events.event_log alter column horizon set default events.current_log_base() + greatest(
  pg_current_xact_id()::text::bigint,
  pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1);
