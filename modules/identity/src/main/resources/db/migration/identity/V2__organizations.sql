-- what was deleted is seen by nobody, and there until nothing of it is left
alter table identity.organizations add column deleted_at timestamptz;
alter table identity.teams add column deleted_at timestamptz;

alter table identity.teams add column member_count integer not null default 0;

-- who created or added something is forgotten with their data
create index organizations_by_creator on identity.organizations (created_by);
create index members_by_adder on identity.members (added_by);
create index teams_by_creator on identity.teams (created_by);
