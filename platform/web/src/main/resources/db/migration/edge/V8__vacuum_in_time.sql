-- A day's keys are there at once, and as many are forgotten each day as come: pages are to be used again soon.
alter table edge.idempotency_keys set (
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
