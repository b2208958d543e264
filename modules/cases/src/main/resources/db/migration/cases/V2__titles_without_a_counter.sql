-- The title of a case nobody named is looked for by itself now; nobody waits for a counter.
create index cases_by_generated_title on cases.cases (owner_id, title) where title like 'Case-%';

-- Instances of an older version still count in cases.title_numbers while they are being replaced; a later release drops it.
