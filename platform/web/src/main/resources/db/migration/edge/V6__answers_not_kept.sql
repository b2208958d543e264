-- Of an answer that holds secrets it is known that it was given, and where to find what was made; it has no body here.
alter table edge.idempotency_keys add column kept boolean not null default true;
