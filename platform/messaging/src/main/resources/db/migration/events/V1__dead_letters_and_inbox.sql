-- Redelivery takes what failed by how often it did and when last; the expression is the one it asks with.
create index event_publication_failed_idx on events.event_publication
  (completion_attempts, (coalesce(last_resubmission_date, publication_date)))
  where status = 'FAILED';

-- What a consumer has processed, written in the transaction of the effect.
create table events.inbox
(
  consumer     text                     not null,
  event_id     uuid                     not null,
  processed_at timestamp with time zone not null,
  primary key (consumer, event_id)
);

create index inbox_by_age_idx on events.inbox (processed_at);

-- What the last failed attempt ended with, for a person.
create table events.delivery_failure
(
  consumer  text                     not null,
  event_id  uuid                     not null,
  detail    text                     not null,
  failed_at timestamp with time zone not null,
  primary key (consumer, event_id)
);

create index delivery_failure_by_age_idx on events.delivery_failure (failed_at);

-- event_class is null for what a broker did not take; delivered_at is for the publisher, which delivers those again
create table events.event_dead_letter
(
  dead_letter_id uuid                     not null primary key,
  state          text                     not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
  consumer       text                     not null,
  reason         text                     not null,
  detail         text                     not null,
  attempts       integer                  not null,
  event_class    text,
  event_id       uuid,
  event_type     text,
  schema_version text,
  aggregate_id   text,
  correlation_id text,
  occurred_at    timestamp with time zone,
  content        text                     not null,
  parked_at      timestamp with time zone not null,
  settled_at     timestamp with time zone,
  settled_by     text,
  discard_reason text,
  delivered_at   timestamp with time zone,
  version        bigint                   not null default 0
);

create index event_dead_letter_by_state_idx on events.event_dead_letter (state, parked_at, dead_letter_id);
create index event_dead_letter_by_consumer_idx on events.event_dead_letter (consumer, state, parked_at, dead_letter_id);
create index event_dead_letter_for_broker_idx on events.event_dead_letter (settled_at)
  where state = 'replayed' and delivered_at is null and consumer like 'broker:%';

-- Who decided what about which dead letter, and why; nothing is ever removed.
create table events.dead_letter_audit
(
  audit_id       bigint generated always as identity primary key,
  dead_letter_id uuid                     not null,
  action         text                     not null,
  user_id        text                     not null,
  reason         text,
  correlation_id text                     not null,
  at             timestamp with time zone not null
);

create index dead_letter_audit_by_letter_idx on events.dead_letter_audit (dead_letter_id, audit_id);
