-- how long the oldest waits is asked every few seconds
create index messages_waiting on mail.messages (coalesce(retried_at, created_at)) where settled_at is null;
