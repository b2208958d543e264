create schema if not exists __name__;

create table __name__.entries (
  entry_id uuid         not null primary key,
  owner_id varchar(255) not null,
  text     varchar(200) not null,
  added_at timestamptz  not null
);

create index entries_by_owner on __name__.entries (owner_id);
