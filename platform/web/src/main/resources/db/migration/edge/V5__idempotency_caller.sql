-- SHA-256 of the user whose request it was; null in records of earlier versions, which expire within their retention
alter table edge.idempotency_keys add column caller bytea check (octet_length(caller) = 32);

create index idempotency_keys_by_caller on edge.idempotency_keys (caller);
