alter table mail.messages
  -- of the tries before somebody asked for another, and when that was
  add column earlier_attempts    integer not null default 0,
  add column retried_at          timestamptz,
  add column next_attempt_at     timestamptz,
  add column provider            varchar(20),
  add column provider_message_id varchar(255),
  add column sent_at             timestamptz,
  add column delivered_at        timestamptz;

-- letters are kept for longer than the rest
create index messages_settled_letters on mail.messages (settled_at) where settled_at is not null and purpose = 'letter';
create index messages_settled_others on mail.messages (settled_at) where settled_at is not null and purpose <> 'letter';

-- What providers told. A mail that is sent again is told of anew: what was told of it before is spent.
create table mail.mail_events (
  message_id  varchar(400) not null,
  type        varchar(20)  not null,
  at          timestamptz  not null,
  bounce_type varchar(10),
  reason      varchar(1000),
  spent       boolean      not null default false,
  primary key (message_id, type, at)
);

create table mail.suppressions (
  email      varchar(254)  not null primary key,
  reason     varchar(20)   not null,
  note       varchar(1000),
  created_at timestamptz   not null
);

create index suppressions_by_time on mail.suppressions (created_at desc, email desc);

-- who took an address off, or put it on
create table mail.suppression_audit (
  number   bigint generated always as identity primary key,
  email    varchar(254) not null,
  action   varchar(20)  not null,
  reason   varchar(20)  not null,
  actor_id varchar(255),
  at       timestamptz  not null
);

create index suppression_audit_by_actor on mail.suppression_audit (actor_id) where actor_id is not null;
create index suppression_audit_by_time on mail.suppression_audit (at);

-- Links in letters go on working when the letter is gone.
create table mail.unsubscribe_tokens (
  token_hash bytea        not null primary key,
  email      varchar(254) not null,
  created_at timestamptz  not null
);

create index unsubscribe_tokens_by_time on mail.unsubscribe_tokens (created_at);
