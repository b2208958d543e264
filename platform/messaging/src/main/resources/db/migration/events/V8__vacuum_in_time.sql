-- Publications come and go with every event. What is gone is to be cleared away at once and without pauses, for each
-- lookup of a listener would pass over it.
alter table events.event_publication set (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_cost_delay = 0
);
-- grows at one end and is archived at the other
alter table events.event_log set (
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
