-- The title of a case nobody named is looked for by itself now; nobody waits for a counter.
create index cases_by_generated_title on cases.cases (owner_id, title) where title like 'Case-%';

drop table cases.title_numbers;
