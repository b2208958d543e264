-- Lists are of one owner in one organization: their orders and filters begin with both. What an owner has in all
-- organizations, which is deleted together, is found by the same indexes.
drop index cases.cases_by_creation;
create index cases_by_creation on cases.cases (owner_id, organization_id, created_at, case_id)
  include (archived_at, status, severity, category);

drop index cases.cases_by_update;
create index cases_by_update on cases.cases (owner_id, organization_id, updated_at, case_id);

drop index cases.cases_by_session;
create index cases_by_session on cases.cases (owner_id, organization_id, normalize(session_id, NFC), created_at)
  where session_id is not null;

drop index cases.cases_by_status;
create index cases_by_status on cases.cases (owner_id, organization_id, status, created_at, case_id);

-- nearly every owner is of one organization, so that the second condition narrows nothing
create statistics cases.owners_by_organization (dependencies) on owner_id, organization_id from cases.cases;
