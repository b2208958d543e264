-- Keys as com.faultmaven.edge.Text makes them now: without what Unicode, Python or ECMAScript call white space around
-- them, and in NFC. Of the tags of a case that become one the first stays; one of nothing but white space goes.

do $$
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'The database is in %, and has to be in UTF8.', current_setting('server_encoding');
  end if;
end
$$;

create function tags.trimmed(name text) returns text language sql immutable
  return btrim(name, E'\t\n\x0b\f\r\x1c\x1d\x1e\x1f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007'
    '\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff');

delete from tags.case_tags using (
  select case_id, key, new_key, row_number() over (partition by case_id, new_key order by position) as nth
  from (select *, normalize(tags.trimmed(key), NFC) as new_key from tags.case_tags) as keyed
) as found
where found.case_id = case_tags.case_id and found.key = case_tags.key and (found.nth > 1 or found.new_key = '');

update tags.case_tags set key = normalize(tags.trimmed(key), NFC), name = tags.trimmed(name)
where key <> normalize(tags.trimmed(key), NFC) or name <> tags.trimmed(name);

update tags.case_tags set position = counted.place from (
  select case_id, key, row_number() over (partition by case_id order by position) - 1 as place from tags.case_tags
) as counted
where counted.case_id = case_tags.case_id and counted.key = case_tags.key and counted.place <> case_tags.position;

drop function tags.trimmed;

comment on column tags.case_tags.key is 'the name in lower case and NFC: what spellings of one tag have in common';
