-- A catalogue is of one owner in one organization. Instances of an older version, which know no organizations here, write
-- the default while they are being replaced.
alter table tags.case_tags add column organization_id varchar(255) not null default 'default';

update tags.case_tags set organization_id = cases.organization_id
from cases.cases
where cases.case_id = case_tags.case_id and cases.organization_id <> 'default';

comment on column tags.case_tags.organization_id is 'which organization the case is of';

drop index tags.case_tags_by_key;
create index case_tags_by_key on tags.case_tags (owner_id, organization_id, key, case_id) include (name);
