create schema if not exists movingin;

-- The cases of a source are imported in lanes, one range of ids each. A batch and the progress of its lane commit
-- together.
create table movingin.lanes (
  source     text    not null,
  lane       integer not null,
  -- the last id that is done
  after      text    not null default '',
  -- the last id that belongs to the lane; null in the last lane, which has no end
  up_to      text,
  finished   boolean not null default false,
  new        bigint  not null default 0,
  renewed    bigint  not null default 0,
  unchanged  bigint  not null default 0,
  left_alone bigint  not null default 0,
  refused    bigint  not null default 0,
  messages   bigint  not null default 0,
  primary key (source, lane)
);

-- What has come. A row stays when its case is deleted here, so that it does not come again.
create table movingin.cases (
  case_id     text   primary key,
  source      text   not null,
  fingerprint bytea,
  version     bigint not null,
  facts       bigint not null
);

comment on column movingin.cases.fingerprint is 'of the case and its messages as they came; null once the case is deleted';
comment on column movingin.cases.version is 'what the case had when it came: if it has more now, somebody has changed it here';

-- What did not come, or not as it was.
create table movingin.remarks (
  source  text not null,
  kind    text not null,
  row_id  text not null,
  field   text not null,
  reason  text not null,
  outcome text not null check (outcome in ('refused', 'changed')),
  case_id text,
  detail  text,
  primary key (source, kind, row_id, field, reason)
);
