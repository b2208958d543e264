-- A list is counted from an index alone as long as the pages of its cases are known to be visible to all; vacuum says so,
-- and by default only after a fifth of the table has changed, which of a million cases is weeks of work.
alter table cases.cases set (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.01,
  autovacuum_analyze_scale_factor = 0.02
);
alter table cases.participants set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- parts of a table have settings of their own; words that are pending are merged by vacuum, not by a search
do $$
begin
  for part in 0..15 loop
    execute format(
      'alter table cases.search_documents_%s set ('
      'autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)', part);
  end loop;
end
$$;
