-- A POST that works in steps, each a transaction of its own, stands here without an answer while it is running.
alter table edge.idempotency_keys
  alter column status drop not null,
  alter column body drop not null,
  add column running_until timestamptz,
  add constraint idempotency_keys_answered_or_running
    check (num_nulls(status, body) = case when running_until is null then 0 else 2 end);

comment on column edge.idempotency_keys.running_until is
  'after which work without an answer was broken off, and may be taken over by the same request; null once it is answered';
