-- The texts of an owner are kept together, so that what a search costs grows with the texts of its user and hardly with
-- those of all: the rows that match, and the words that begin so, are collected in one part. What is stored is indexed
-- once more, in the background.
drop table cases.search_documents;

create table cases.search_documents (
  owner_id   varchar(255) not null,
  case_id    text         not null,
  turn       integer      not null check (turn >= 0),
  written_at timestamptz  not null,
  document   tsvector     not null,
  -- Takes 35 bytes once it is compressed. It makes each row so long that PostgreSQL, which does nothing about rows of
  -- less than 2 kB, stores the document apart: of 88,000 matches 50 MB are read then and not 500 MB.
  padding    text         not null default repeat(' ', 2048),
  primary key (case_id, turn, owner_id)
) partition by hash (owner_id);

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table cases.search_documents_%s partition of cases.search_documents'
      ' for values with (modulus 16, remainder %s) with (toast_tuple_target = 128)', part, part);
  end loop;
end
$$;

-- each search reads all of what is pending
create index search_documents_by_word on cases.search_documents using gin (document)
  with (gin_pending_list_limit = 256);

comment on column cases.search_documents.document is
  'the words as the application finds them, and the owner of the case behind the character U+0001';

update cases.search_progress p
set pass = 1, not_before = now(), last_case = '', last_turn = 0, indexed = 0, total = stored.total
from (
  select 'cases' as source, count(*) as total from cases.cases
  union all
  select 'messages', coalesce(sum(message_count), 0) from cases.cases
) as stored
where stored.source = p.source;
