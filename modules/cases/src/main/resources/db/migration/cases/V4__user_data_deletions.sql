-- Users whose data is being deleted. A row goes with the last of the data: nothing remembers who was deleted.
create table cases.user_data_deletions (
  user_id        varchar(255) primary key,
  correlation_id text         not null,
  traceparent    text,
  -- the last look at what is left is taken no sooner
  settles_at     timestamptz  not null,
  -- when the next step is taken
  due_at         timestamptz  not null
);

create index user_data_deletions_by_due on cases.user_data_deletions (due_at);

-- where other people's cases name a user
create index status_changes_by_mover on cases.status_changes (changed_by);
create index participant_audit_by_user on cases.participant_audit (user_id);
create index participant_audit_by_actor on cases.participant_audit (by_user);

comment on table cases.participant_audit is
  'who was let in on a case and who was not any more; a part of the case, with which it goes';
