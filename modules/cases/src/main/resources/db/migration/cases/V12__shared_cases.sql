-- A list of cases that others share with a user is read in order, as far as a page reaches, and its total is a sum of
-- counts, as for the user's own. Neither the organization of a case nor when it was opened ever changes.

lock table cases.cases, cases.participants in share row exclusive mode;

alter table cases.participants
  add column organization_id varchar(255),
  add column case_created_at timestamptz;

-- also for an instance of an older version
create function cases.describe_participation() returns trigger language plpgsql as $$
begin
  select c.organization_id, c.created_at into new.organization_id, new.case_created_at
  from cases.cases c where c.case_id = new.case_id;
  return new;
end
$$;

create trigger describe_participation before insert on cases.participants
  for each row execute function cases.describe_participation();

update cases.participants p set organization_id = c.organization_id, case_created_at = c.created_at
from cases.cases c where c.case_id = p.case_id;

create index participants_by_creation on cases.participants (user_id, organization_id, case_created_at, case_id);

create table cases.shared_case_counts (
  user_id         varchar(255) not null,
  organization_id varchar(255) not null,
  status          text         not null,
  severity        text         not null,
  category        text         not null,
  archived        boolean      not null,
  cases           bigint       not null,
  primary key (user_id, organization_id, status, severity, category, archived)
);

create table cases.shared_case_count_changes (
  user_id         varchar(255) not null,
  organization_id varchar(255) not null,
  status          text         not null,
  severity        text         not null,
  category        text         not null,
  archived        boolean      not null,
  cases           bigint       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index shared_case_count_changes_by_user on cases.shared_case_count_changes (user_id, organization_id);

create view cases.counted_shared_cases as
  select * from cases.shared_case_counts
  union all
  select * from cases.shared_case_count_changes;

-- Whoever changes participants has locked their case, so it is counted by what it is. Of a case that was just deleted
-- nothing is found: its participants were counted before.
create function cases.count_participants() returns trigger language plpgsql as $$
begin
  insert into cases.shared_case_count_changes
  select p.user_id, c.organization_id, c.status, c.severity, c.category, c.archived_at is not null,
    case tg_op when 'INSERT' then count(*) else -count(*) end
  from counted p join cases.cases c on c.case_id = p.case_id
  group by 1, 2, 3, 4, 5, 6;
  return null;
end
$$;

create trigger count_shared after insert on cases.participants
  referencing new table as counted for each statement execute function cases.count_participants();

create trigger count_unshared after delete on cases.participants
  referencing old table as counted for each statement execute function cases.count_participants();

create function cases.count_participants_of_deleted() returns trigger language plpgsql as $$
begin
  insert into cases.shared_case_count_changes
  select p.user_id, old.organization_id, old.status, old.severity, old.category, old.archived_at is not null, -1
  from cases.participants p where p.case_id = old.case_id;
  return old;
end
$$;

create trigger count_deleted_shares before delete on cases.cases
  for each row execute function cases.count_participants_of_deleted();

create or replace function cases.count_change() returns trigger language plpgsql as $$
begin
  insert into cases.case_count_changes values
    (old.owner_id, old.organization_id, old.status, old.severity, old.category, old.archived_at is not null, -1),
    (new.owner_id, new.organization_id, new.status, new.severity, new.category, new.archived_at is not null, 1);
  insert into cases.shared_case_count_changes
  select p.user_id, counted.*
  from cases.participants p, (values
    (old.organization_id, old.status, old.severity, old.category, old.archived_at is not null, -1),
    (new.organization_id, new.status, new.severity, new.category, new.archived_at is not null, 1)) as counted
  where p.case_id = new.case_id;
  return null;
end
$$;

insert into cases.shared_case_counts
select p.user_id, c.organization_id, c.status, c.severity, c.category, c.archived_at is not null, count(*)
from cases.participants p join cases.cases c on c.case_id = p.case_id
group by 1, 2, 3, 4, 5, 6;

analyze cases.participants;
analyze cases.shared_case_counts;

-- A list by status looks into the index for what else it filters by, and reads only the rows it shows.
drop index cases.cases_by_status;
create index cases_by_status on cases.cases
  (owner_id, organization_id, status, created_at, case_id, severity, category, archived_at);
