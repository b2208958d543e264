-- The texts of shared cases are kept a second time, in one place whoever owns them, with each participant as a lexeme:
-- a search through what others share reads the texts that match, where before it read all texts of each such case.
-- Until the texts of a case have its participants of now, they are searched as before.

-- first, as everybody who changes a case locks it first
lock table cases.cases, cases.participants in share row exclusive mode;

create table cases.shared_documents (
  case_id    text        not null,
  turn       integer     not null,
  written_at timestamptz not null,
  document   tsvector    not null,
  -- makes PostgreSQL store the document apart, as in cases.search_documents
  padding    text        not null default repeat(' ', 2048),
  primary key (case_id, turn)
) with (
  toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02
);

create index shared_documents_by_word on cases.shared_documents using gin (document)
  with (gin_pending_list_limit = 256);

comment on column cases.shared_documents.document is
  'that of cases.search_documents, and each participant of the case behind the character U+0002';

-- Cases whose texts have other participants than they should. A case may be here several times.
create table cases.reader_changes (
  change_id bigint  primary key generated always as identity,
  case_id   text    not null,
  -- the first text of the case that is still to be written
  turn      integer not null default 0
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index reader_changes_by_case on cases.reader_changes (case_id);

-- Whoever writes texts and shares cases, an instance of an older version included. Both lock the case first.
create function cases.copy_shared_text() returns trigger language plpgsql as $$
declare
  readers text[] := array(select chr(2) || user_id from cases.participants where case_id = new.case_id);
begin
  if readers <> '{}' then
    insert into cases.shared_documents as shared (case_id, turn, written_at, document)
    values (new.case_id, new.turn, new.written_at, new.document || array_to_tsvector(readers))
    on conflict (case_id, turn) do update set document = excluded.document
    where shared.document <> excluded.document;
  end if;
  return null;
end
$$;

create trigger copy_shared_text after insert or update on cases.search_documents
  for each row execute function cases.copy_shared_text();

create function cases.delete_shared_text() returns trigger language plpgsql as $$
begin
  delete from cases.shared_documents where case_id = old.case_id and turn = old.turn;
  return null;
end
$$;

create trigger delete_shared_text after delete on cases.search_documents
  for each row execute function cases.delete_shared_text();

-- What a deleted case leaves goes with its texts.
create function cases.note_readers() returns trigger language plpgsql as $$
begin
  insert into cases.reader_changes (case_id)
  select distinct case_id from changed join cases.cases using (case_id);
  return null;
end
$$;

create trigger note_new_readers after insert on cases.participants
  referencing new table as changed for each statement execute function cases.note_readers();

create trigger note_former_readers after delete on cases.participants
  referencing old table as changed for each statement execute function cases.note_readers();

insert into cases.reader_changes (case_id) select distinct case_id from cases.participants;

analyze cases.reader_changes;
