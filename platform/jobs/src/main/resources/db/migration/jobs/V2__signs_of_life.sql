-- When somebody was at work on this database last, and in which history of transactions: where there is another history and
-- nobody has been at work for long, it was restored.
create table jobs.life (
  single       boolean     primary key default true check (single),
  cluster      text,
  transactions bigint      not null,
  alive_at     timestamptz not null,
  restored_at  timestamptz
);

insert into jobs.life (transactions, alive_at)
values (pg_snapshot_xmax(pg_current_snapshot())::text::bigint, now());
