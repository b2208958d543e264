-- the events that name a user who reported something, asked for it, or recorded it
create index event_log_by_reporter on events.event_log ((payload ->> 'reporter_id'), horizon, seq)
  where payload ->> 'reporter_id' is not null;
create index event_log_by_requester on events.event_log ((payload ->> 'requested_by'), horizon, seq)
  where payload ->> 'requested_by' is not null;
create index event_log_by_recorder on events.event_log ((payload ->> 'recorded_by'), horizon, seq)
  where payload ->> 'recorded_by' is not null;
create index event_log_archive_by_reporter on events.event_log_archive ((payload ->> 'reporter_id'), horizon, seq)
  where payload ->> 'reporter_id' is not null;
create index event_log_archive_by_requester on events.event_log_archive ((payload ->> 'requested_by'), horizon, seq)
  where payload ->> 'requested_by' is not null;
create index event_log_archive_by_recorder on events.event_log_archive ((payload ->> 'recorded_by'), horizon, seq)
  where payload ->> 'recorded_by' is not null;
