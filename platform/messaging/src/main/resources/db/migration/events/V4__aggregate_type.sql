-- What kind of thing an event is about. All there were so far are about cases, and so are those of instances that do
-- not know the column yet.
alter table events.event_log add column aggregate_type text not null default 'case';
alter table events.event_log_archive add column aggregate_type text not null default 'case';
