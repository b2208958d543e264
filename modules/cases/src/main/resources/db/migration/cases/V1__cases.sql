create schema if not exists cases;

-- array_to_string may depend on settings for some types, for text it does not
create function cases.tags_text(tags text[]) returns text
  language sql immutable strict parallel safe
  return array_to_string(tags, ' ');

-- What a search box means: words are all required, "or", quotes and a leading - work, and the last word may be
-- unfinished unless it is quoted or excluded.
create function cases.search_query(typed text) returns tsquery
  language sql immutable strict parallel safe
as $$
  select case
    when right(query::text, 1) = '''' and typed !~ '["[:space:]]$' and typed !~ '(^|[[:space:]])-[^[:space:]]*$'
      then (query::text || ':*')::tsquery
    else query
  end
  from websearch_to_tsquery('simple', typed) as query
$$;

create table cases.cases (
  case_id         text        primary key check (case_id ~ '^case_[a-f0-9]{12}$'),
  version         bigint      not null,
  owner_id        varchar(255) not null,
  organization_id varchar(255) not null,
  session_id      varchar(100),
  title           varchar(200) not null check (title <> ''),
  description     varchar(10000) not null,
  status          text        not null check (status in ('consulting', 'investigating', 'resolved', 'closed')),
  severity        text        not null check (severity in ('low', 'medium', 'high', 'critical')),
  category        text        not null
    check (category in ('performance', 'error', 'configuration', 'infrastructure', 'security', 'other')),
  metadata        jsonb       not null check (jsonb_typeof(metadata) = 'object'),
  tags            text[]      not null check (cardinality(tags) <= 50),
  tag_keys        text[]      not null,
  tags_as_written text[],
  status_changes  integer     not null,
  facts           bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  resolved_at     timestamptz,
  closed_at       timestamptz,
  archived_at     timestamptz,
  message_count   integer     not null default 0,
  last_message_at timestamptz,
  -- no language is assumed: words are found as they are written, whatever the script
  search          tsvector    not null generated always as (
    setweight(to_tsvector('simple', title), 'A')
    || setweight(to_tsvector('simple', cases.tags_text(tags)), 'B')
    || setweight(to_tsvector('simple', description), 'C')
  ) stored
);

comment on column cases.cases.tag_keys is 'the tags in lower case, in the same order: what filters compare';
comment on column cases.cases.tags_as_written is 'what v1 was given, repetitions included; null if it is the same';
comment on column cases.cases.facts is 'the number of the last fact told of the case: aggregate_version of its event';
comment on column cases.cases.status_changes is 'how many lines the audit trail has';

-- the two orders a list can have, each read as a range from either end; the first also counts a list by itself
create index cases_by_creation on cases.cases (owner_id, created_at, case_id)
  include (archived_at, status, severity, category);
create index cases_by_update on cases.cases (owner_id, updated_at, case_id);
-- the filters that narrow most
create index cases_by_session on cases.cases (owner_id, session_id, created_at) where session_id is not null;
create index cases_by_status on cases.cases (owner_id, status, created_at, case_id);
create index cases_by_tag on cases.cases using gin (tag_keys);
create index cases_by_text on cases.cases using gin (search);

create table cases.status_changes (
  case_id     text        not null references cases.cases on delete cascade,
  sequence    integer     not null check (sequence > 0),
  from_status text        not null,
  to_status   text        not null,
  reason      varchar(500),
  changed_by  varchar(255) not null,
  changed_at  timestamptz not null,
  primary key (case_id, sequence)
);

create table cases.participants (
  case_id    text        not null references cases.cases on delete cascade,
  user_id    varchar(255) not null,
  role       text        not null check (role in ('collaborator', 'viewer')),
  granted_by varchar(255) not null,
  granted_at timestamptz not null,
  primary key (case_id, user_id)
);

create index participants_by_user on cases.participants (user_id, case_id);

create table cases.participant_audit (
  entry      bigint      generated always as identity primary key,
  case_id    text        not null references cases.cases on delete cascade,
  user_id    varchar(255) not null,
  role       text        not null,
  action     text        not null check (action in ('granted', 'revoked')),
  by_user    varchar(255) not null,
  at         timestamptz not null
);

create index participant_audit_by_case on cases.participant_audit (case_id, entry);

create table cases.title_numbers (
  user_id varchar(255) not null,
  day     date         not null,
  last    integer      not null,
  primary key (user_id, day)
);
