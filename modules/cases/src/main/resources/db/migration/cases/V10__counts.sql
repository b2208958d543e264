-- How many cases an owner has of each kind, so that the total of a list costs the same whether there are ten or a
-- hundred thousand. Everybody who opens, changes or deletes a case adds what that changes as a row of its own, so nobody
-- waits for anybody; the changes are folded into the counts afterwards. The number is always the sum of both.

create table cases.case_counts (
  owner_id        varchar(255) not null,
  organization_id varchar(255) not null,
  status          text         not null,
  severity        text         not null,
  category        text         not null,
  archived        boolean      not null,
  cases           bigint       not null,
  primary key (owner_id, organization_id, status, severity, category, archived)
);

create table cases.case_count_changes (
  owner_id        varchar(255) not null,
  organization_id varchar(255) not null,
  status          text         not null,
  severity        text         not null,
  category        text         not null,
  archived        boolean      not null,
  cases           bigint       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index case_count_changes_by_owner on cases.case_count_changes (owner_id, organization_id);

create view cases.counted_cases as
  select * from cases.case_counts
  union all
  select * from cases.case_count_changes;

-- Whoever opens or deletes cases, an instance of an older version included.
create function cases.count_cases() returns trigger language plpgsql as $$
begin
  insert into cases.case_count_changes
  select owner_id, organization_id, status, severity, category, archived_at is not null,
    case tg_op when 'INSERT' then count(*) else -count(*) end
  from counted
  group by 1, 2, 3, 4, 5, 6;
  return null;
end
$$;

create function cases.count_change() returns trigger language plpgsql as $$
begin
  insert into cases.case_count_changes values
    (old.owner_id, old.organization_id, old.status, old.severity, old.category, old.archived_at is not null, -1),
    (new.owner_id, new.organization_id, new.status, new.severity, new.category, new.archived_at is not null, 1);
  return null;
end
$$;

-- the triggers need it anyway, and what is written before they are there is counted below
lock table cases.cases in share row exclusive mode;

create trigger count_opened after insert on cases.cases
  referencing new table as counted for each statement execute function cases.count_cases();

create trigger count_deleted after delete on cases.cases
  referencing old table as counted for each statement execute function cases.count_cases();

-- not for each message
create trigger count_changed after update on cases.cases for each row
  when ((old.owner_id, old.organization_id, old.status, old.severity, old.category, old.archived_at is not null)
    is distinct from (new.owner_id, new.organization_id, new.status, new.severity, new.category,
      new.archived_at is not null))
  execute function cases.count_change();

insert into cases.case_counts
select owner_id, organization_id, status, severity, category, archived_at is not null, count(*)
from cases.cases
group by 1, 2, 3, 4, 5, 6;

analyze cases.case_counts;
