create schema if not exists edge;

-- Answers to POST requests that carried an Idempotency-Key, written in the transaction of their effect.
create table edge.idempotency_keys (
  -- SHA-256 of organization, user, method, path and key: who may meet this answer again
  scope bytea primary key check (octet_length(scope) = 32),
  -- SHA-256 of the request body
  request bytea not null check (octet_length(request) = 32),
  status smallint not null,
  content_type text,
  location text,
  etag text,
  body bytea not null,
  created_at timestamptz not null
);

create index idempotency_keys_by_age on edge.idempotency_keys (created_at);
