-- How much of a limit is used, for each key that has used any (Bucket4j). It may be lost: unlogged, it costs no WAL, and
-- is empty after a crash or a failover, when everybody begins anew. Each use updates its row in place.
create unlogged table edge.rate_limits (
  -- the first eight octets of a SHA-256 of limit, rate and key
  id bigint primary key,
  state bytea,
  -- milliseconds since 1970; full again then, which is the same as no row
  expires_at bigint
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
