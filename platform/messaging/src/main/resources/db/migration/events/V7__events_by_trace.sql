-- A listener goes on with the trace of the request that published its event, also in another process.
create index event_log_by_trace on events.event_log (event_id) where traceparent is not null;
