-- Who called deprecated API versions, added up by the instances every few seconds.
create table edge.deprecated_usage (
  -- in UTC
  day date not null,
  version text not null,
  -- method and route template, or unmatched
  endpoint text not null,
  -- a configured client, other or unknown
  client_id text not null,
  calls bigint not null check (calls > 0),
  last_called_at timestamptz not null,
  primary key (day, version, endpoint, client_id)
);
