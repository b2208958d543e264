-- Deleting a case deletes its row and what is bounded; the rest is deleted afterwards, in batches.

-- first, as everybody who changes a case locks it first
lock table cases.cases in access exclusive mode;

-- Deleted cases of which something may be left. A row goes with the last of it.
create table cases.case_deletions (
  case_id  text         primary key,
  owner_id varchar(255) not null,
  -- when the next batch is deleted
  due_at   timestamptz  not null
);

create index case_deletions_by_due on cases.case_deletions (due_at);
create index case_deletions_by_owner on cases.case_deletions (owner_id);

alter table cases.status_changes drop constraint status_changes_case_id_fkey;
alter table cases.participant_audit drop constraint participant_audit_case_id_fkey;
alter table cases.search_documents drop constraint search_documents_case_id_fkey;

-- Whatever deletes a case, an instance of an older version included.
create function cases.remember_deletion() returns trigger language plpgsql as $$
begin
  insert into cases.case_deletions (case_id, owner_id, due_at) values (old.case_id, old.owner_id, now());
  return null;
end
$$;

create trigger remember_deletion after delete on cases.cases
  for each row execute function cases.remember_deletion();

-- A case of the same id would show what is left of the one before, and lose its own with it. After the insertion,
-- which waits for a deletion that is not committed yet.
create function cases.require_free_id() returns trigger language plpgsql as $$
begin
  if exists (select from cases.case_deletions where case_id = new.case_id) then
    raise exception 'What is left of a deleted case % is still being deleted.', new.case_id
      using errcode = 'unique_violation', hint = 'Try again in a moment.';
  end if;
  return null;
end
$$;

create trigger require_free_id after insert on cases.cases
  for each row execute function cases.require_free_id();
