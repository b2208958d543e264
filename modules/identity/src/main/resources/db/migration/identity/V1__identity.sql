create schema if not exists identity;

create table identity.users (
  user_id             varchar(255) primary key,
  version             bigint       not null default 0,
  username            varchar(254) not null unique,
  email               varchar(320) unique,
  email_verified_at   timestamptz,
  display_name        varchar(100) not null,
  password_hash       varchar(100),
  password_changed_at timestamptz,
  is_dev              boolean      not null,
  is_service          boolean      not null,
  is_active           boolean      not null default true,
  roles               text[]       not null,
  last_login_at       timestamptz,
  facts               bigint       not null default 0,
  created_at          timestamptz  not null,
  updated_at          timestamptz  not null
);
comment on column identity.users.facts is 'how many events were published about the user';
create index users_by_age on identity.users (created_at desc, user_id desc);
-- few rows: whoever runs the installation
create index users_with_more_roles on identity.users (user_id) where is_active and roles <> '{user}';

-- an id is never given again; which one it was is not remembered
create table identity.deleted_users (
  user_hash  bytea       primary key check (octet_length(user_hash) = 32),
  deleted_at timestamptz not null
);

create table identity.sign_ins (
  sign_in_id      varchar(255) primary key,
  user_id         varchar(255) not null references identity.users on delete cascade,
  organization_id varchar(255) not null,
  method          varchar(50)  not null,
  client_id       varchar(255),
  network         varchar(64),
  user_agent      varchar(200),
  created_at      timestamptz  not null,
  last_used_at    timestamptz  not null,
  ends_at         timestamptz,
  expires_at      timestamptz  not null,
  ended_at        timestamptz,
  ended_why       varchar(20)
);
comment on column identity.sign_ins.ends_at is 'when it ends however much it is used; null for never';
comment on column identity.sign_ins.expires_at is 'when its newest refresh token expires';
create index sign_ins_of_a_user on identity.sign_ins (user_id, created_at desc, sign_in_id) where ended_at is null;
-- where somebody usually comes from, and what goes with a user
create index sign_ins_by_network on identity.sign_ins (user_id, network);
create index sign_ins_by_end on identity.sign_ins (expires_at);

create table identity.refresh_tokens (
  token_hash  bytea        primary key check (octet_length(token_hash) = 32),
  sign_in_id  varchar(255) not null references identity.sign_ins on delete cascade,
  parent      bytea,
  issued_at   timestamptz  not null,
  expires_at  timestamptz  not null,
  replaced_at timestamptz,
  void        boolean      not null default false
);
create index refresh_tokens_of_a_sign_in on identity.refresh_tokens (sign_in_id);
create index refresh_tokens_by_end on identity.refresh_tokens (expires_at);
create index refresh_tokens_by_parent on identity.refresh_tokens (parent);

-- sign-ins that have ended while an access token of theirs may be unexpired, by the clock of the database
create table identity.revocations (
  sign_in_id varchar(255) primary key,
  revoked_at timestamptz  not null,
  until      timestamptz  not null
);
create index revocations_by_time on identity.revocations (revoked_at);
create index revocations_by_end on identity.revocations (until);

create table identity.one_time_tokens (
  token_hash bytea        primary key check (octet_length(token_hash) = 32),
  user_id    varchar(255) not null references identity.users on delete cascade,
  purpose    varchar(50)  not null,
  data       jsonb        not null default '{}',
  created_at timestamptz  not null,
  expires_at timestamptz  not null,
  used_at    timestamptz
);
create index one_time_tokens_of_a_user on identity.one_time_tokens (user_id);
create index one_time_tokens_by_end on identity.one_time_tokens (expires_at);

create table identity.signing_keys (
  kid            varchar(100) primary key,
  private_key    bytea        not null,
  public_key     jsonb        not null,
  created_at     timestamptz  not null,
  signs_from     timestamptz  not null,
  retired_at     timestamptz,
  compromised_at timestamptz
);
comment on column identity.signing_keys.private_key is 'encrypted under the secret of the installation';
comment on column identity.signing_keys.retired_at is 'when another key takes or took its place; tokens of it are good until they expire';

create table identity.organizations (
  organization_id varchar(255) primary key,
  version         bigint       not null default 0,
  slug            varchar(50)  not null unique,
  name            varchar(200) not null,
  description     varchar(1000),
  plan_tier       varchar(20)  not null,
  max_members     integer,
  member_count    integer      not null,
  settings        jsonb        not null default '{}',
  created_by      varchar(255) not null,
  facts           bigint       not null default 0,
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null
);

create table identity.members (
  organization_id varchar(255) not null references identity.organizations on delete cascade,
  user_id         varchar(255) not null references identity.users on delete cascade,
  role            varchar(20)  not null,
  added_by        varchar(255) not null,
  joined_at       timestamptz  not null,
  updated_at      timestamptz  not null,
  primary key (organization_id, user_id)
);
create index members_by_user on identity.members (user_id);
create index members_who_own on identity.members (organization_id, joined_at, user_id) where role = 'owner';
create index members_by_time on identity.members (organization_id, joined_at, user_id);

create table identity.teams (
  team_id         varchar(255) primary key,
  organization_id varchar(255) not null references identity.organizations on delete cascade,
  version         bigint       not null default 0,
  name            varchar(100) not null,
  name_key        varchar(200) collate "C" not null,
  description     varchar(1000),
  created_by      varchar(255) not null,
  facts           bigint       not null default 0,
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null,
  unique (organization_id, name_key)
);

create table identity.team_members (
  team_id   varchar(255) not null references identity.teams on delete cascade,
  user_id   varchar(255) not null references identity.users on delete cascade,
  role      varchar(20)  not null,
  joined_at timestamptz  not null,
  primary key (team_id, user_id)
);
create index team_members_by_user on identity.team_members (user_id);

create table identity.audit (
  audit_id        bigint       generated always as identity primary key,
  at              timestamptz  not null,
  actor_id        varchar(255),
  subject_id      varchar(255),
  organization_id varchar(255),
  event_type      varchar(50)  not null,
  category        varchar(50)  not null,
  resource_type   varchar(50),
  resource_id     varchar(255),
  success         boolean      not null,
  ip              inet,
  user_agent      varchar(200),
  sign_in_id      varchar(255),
  session_id      varchar(255),
  correlation_id  varchar(128),
  details         jsonb        not null default '{}'
);
create index audit_by_subject on identity.audit (subject_id, audit_id desc);
create index audit_by_actor on identity.audit (actor_id, audit_id desc);
create index audit_by_organization on identity.audit (organization_id, audit_id desc);
create index audit_by_time on identity.audit (at);
