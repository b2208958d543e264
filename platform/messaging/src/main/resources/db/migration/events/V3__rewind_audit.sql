-- Who set the publisher back, and how far; nothing is ever removed.
create table events.rewind_audit (
  entry          bigint      generated always as identity primary key,
  user_id        text        not null,
  from_horizon   bigint      not null,
  from_seq       bigint      not null,
  to_horizon     bigint      not null,
  to_seq         bigint      not null,
  correlation_id text        not null,
  at             timestamptz not null
);
