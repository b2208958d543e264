-- The case's copy of its tags, by the same rule as in tags V2. v1 goes on showing what it was given.

do $$
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'The database is in %, and has to be in UTF8.', current_setting('server_encoding');
  end if;
end
$$;

create function cases.trimmed(name text) returns text language sql immutable
  return btrim(name, E'\t\n\x0b\f\r\x1c\x1d\x1e\x1f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007'
    '\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff');

update cases.cases
set tags = kept.names, tag_keys = kept.keys, tags_as_written = coalesce(before.tags_as_written, before.tags)
from cases.cases as before
cross join lateral (
  select coalesce(array_agg(name order by place), '{}') as names, coalesce(array_agg(key order by place), '{}') as keys
  from (
    select distinct on (key) key, name, place
    from (
      select normalize(cases.trimmed(key), NFC) as key, cases.trimmed(name) as name, place
      from unnest(before.tags, before.tag_keys) with ordinality as tag (name, key, place)
    ) as trimmed
    where key <> ''
    order by key, place
  ) as first
) as kept
where before.case_id = cases.case_id
  and cardinality(before.tags) > 0
  and (kept.names, kept.keys) is distinct from (before.tags, before.tag_keys);

drop function cases.trimmed;

-- a session is the same in both of Unicode's forms; its id is kept as it was given
drop index cases.cases_by_session;
create index cases_by_session on cases.cases (owner_id, normalize(session_id, NFC), created_at)
  where session_id is not null;

comment on column cases.cases.tag_keys is 'the tags in lower case and NFC, in the same order: what filters compare';
