-- What searches look through: a row for the text of each case (turn 0) and for each message of its conversation. Apart
-- from the case, because a case is written far more often than its text is.
create table cases.search_documents (
  case_id    text        not null references cases.cases on delete cascade,
  turn       integer     not null check (turn >= 0),
  written_at timestamptz not null,
  document   tsvector    not null,
  primary key (case_id, turn)
);

create index search_documents_by_word on cases.search_documents using gin (document);

comment on column cases.search_documents.document is
  'the words as the application finds them, and the owner of the case behind the character U+0001';

-- How far what is stored already is indexed. A second pass an hour later finds what an instance of an older version
-- wrote while it was being replaced.
create table cases.search_progress (
  source     text        primary key check (source in ('cases', 'messages')),
  pass       integer     not null default 1,
  not_before timestamptz not null default now(),
  last_case  text        not null default '',
  last_turn  integer     not null default 0,
  indexed    bigint      not null default 0,
  total      bigint      not null
);

insert into cases.search_progress (source, total)
select 'cases', count(*) from cases.cases
union all
select 'messages', coalesce(sum(message_count), 0) from cases.cases;

-- Instances of an older version still read these while they are being replaced; a later release drops them.
drop index cases.cases_by_text;
alter table cases.cases alter column search drop expression;
alter table cases.cases alter column search drop not null;
