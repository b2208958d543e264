-- Rows are added and seldom changed: vacuum that comes after a fifth of ten million would have a lot to do at once.
alter table messages.messages set (
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
