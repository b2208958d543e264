create schema if not exists tags;

create table tags.case_tags (
  case_id  text             not null,
  key      text collate "C" not null,
  name     varchar(50)      not null,
  owner_id varchar(255)     not null,
  position integer          not null check (position >= 0),
  primary key (case_id, key)
);

comment on column tags.case_tags.key is 'the name in lower case: what spellings of one tag have in common';
comment on column tags.case_tags.position is 'its place among the tags of the case, from 0';
comment on column tags.case_tags.owner_id is 'who owns the case';

-- the catalogue of an owner, whole or by prefix, and the cases to rename a tag on, in the order of their ids
create index case_tags_by_key on tags.case_tags (owner_id, key, case_id) include (name);
