-- the events that name a user who did something to others, or who owns what an event is about
create index event_log_by_organization_owner on events.event_log ((payload ->> 'owner_user_id'), horizon, seq)
  where payload ->> 'owner_user_id' is not null;
create index event_log_by_creator on events.event_log ((payload ->> 'created_by'), horizon, seq)
  where payload ->> 'created_by' is not null;
create index event_log_by_assigner on events.event_log ((payload ->> 'assigned_by'), horizon, seq)
  where payload ->> 'assigned_by' is not null;
create index event_log_by_remover on events.event_log ((payload ->> 'removed_by'), horizon, seq)
  where payload ->> 'removed_by' is not null;
create index event_log_archive_by_organization_owner on events.event_log_archive ((payload ->> 'owner_user_id'), horizon, seq)
  where payload ->> 'owner_user_id' is not null;
create index event_log_archive_by_creator on events.event_log_archive ((payload ->> 'created_by'), horizon, seq)
  where payload ->> 'created_by' is not null;
create index event_log_archive_by_assigner on events.event_log_archive ((payload ->> 'assigned_by'), horizon, seq)
  where payload ->> 'assigned_by' is not null;
create index event_log_archive_by_remover on events.event_log_archive ((payload ->> 'removed_by'), horizon, seq)
  where payload ->> 'removed_by' is not null;
