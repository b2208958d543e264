-- the events about the cases of a user, and those that name a user in other people's cases
create index event_log_by_owner on events.event_log ((payload ->> 'user_id'), horizon, seq);
create index event_log_by_mover on events.event_log ((payload ->> 'changed_by'), horizon, seq)
  where payload ->> 'changed_by' is not null;
create index event_log_archive_by_owner on events.event_log_archive ((payload ->> 'user_id'), horizon, seq);
create index event_log_archive_by_mover on events.event_log_archive ((payload ->> 'changed_by'), horizon, seq)
  where payload ->> 'changed_by' is not null;
create index delivery_failure_by_event on events.delivery_failure (event_id);

-- what an operator did
create index event_dead_letter_by_settler on events.event_dead_letter (settled_by) where settled_by is not null;
create index dead_letter_audit_by_user on events.dead_letter_audit (user_id);
create index rewind_audit_by_user on events.rewind_audit (user_id);

-- what is settled long enough
create index event_dead_letter_by_settling on events.event_dead_letter (settled_at) where state <> 'parked';
create index dead_letter_audit_by_age on events.dead_letter_audit (at);
