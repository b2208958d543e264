create schema if not exists mail;

create table mail.messages (
  key            varchar(100)  not null primary key,
  purpose        varchar(20)   not null,
  message_id     varchar(400)  not null unique,
  recipient      varchar(254),
  about_user     varchar(255),
  state          varchar(20)   not null,
  -- as they go out, the same on each try
  bytes          bytea,
  attempts       integer       not null default 0,
  error          varchar(500),
  created_at     timestamptz   not null,
  handed_over_at timestamptz,
  settled_at     timestamptz,
  -- somebody asked for it while it was handed over
  forgotten      boolean       not null default false
);

create index messages_about_a_user on mail.messages (about_user) where about_user is not null;
create index messages_settled on mail.messages (settled_at) where settled_at is not null;
create index messages_in_doubt on mail.messages (handed_over_at) where state = 'unconfirmed';
