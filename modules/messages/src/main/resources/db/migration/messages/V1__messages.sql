create schema if not exists messages;

create table messages.messages (
  message_id  text           primary key check (message_id ~ '^msg_[a-f0-9]{16}$'),
  case_id     text           not null,
  turn_number integer        not null check (turn_number > 0),
  role        text           not null check (role in ('user', 'assistant', 'system')),
  content     varchar(50000) not null check (content <> ''),
  author_id   varchar(255)   not null,
  metadata    jsonb          not null check (jsonb_typeof(metadata) = 'object'),
  created_at  timestamptz    not null,
  -- a page of a conversation is a range of its index, and its far end the number of messages
  constraint messages_by_turn unique (case_id, turn_number)
);
