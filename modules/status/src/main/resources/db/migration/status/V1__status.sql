create schema if not exists status;

-- What people depend on. Its condition is derived at every read; told_condition is the one told last, by whoever held the
-- lock of the row.
create table status.services (
  id              uuid         not null primary key,
  organization_id varchar(255) not null,
  name            varchar(100) not null,
  description     varchar(500),
  group_name      varchar(100),
  position        integer      not null,
  start_date      date         not null,
  created_by      varchar(255),
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null,
  told_condition  varchar(50)  not null,
  facts           bigint       not null,
  version         bigint       not null,
  constraint services_of_one_name unique (organization_id, name)
);
create index services_by_creator on status.services (created_by) where created_by is not null;

create table status.incidents (
  id              uuid         not null primary key,
  organization_id varchar(255) not null,
  title           varchar(200) not null,
  body            text,
  severity        varchar(50)  not null,
  status          varchar(50)  not null,
  started_at      timestamptz  not null,
  identified_at   timestamptz,
  monitoring_at   timestamptz,
  resolved_at     timestamptz,
  backfilled      boolean      not null,
  notify          boolean      not null,
  postmortem      text,
  postmortem_at   timestamptz,
  update_count    integer      not null,
  created_by      varchar(255),
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null,
  facts           bigint       not null,
  version         bigint       not null,
  constraint resolved_incidents_have_a_time check ((status = 'resolved') = (resolved_at is not null))
);
create index incidents_newest_first on status.incidents (organization_id, created_at desc, id desc);
create index incidents_last_changed on status.incidents (organization_id, updated_at desc);
create index incidents_active on status.incidents (organization_id, severity) where status <> 'resolved';
create index incidents_by_creator on status.incidents (created_by) where created_by is not null;

-- The services of an incident; without an impact of its own a service has that of the severity.
create table status.incident_services (
  incident_id uuid    not null references status.incidents (id) on delete cascade,
  service_id  uuid    not null references status.services (id) on delete cascade,
  impact      varchar(50),
  ordinal     integer not null,
  primary key (incident_id, service_id)
);
create index incident_services_by_service on status.incident_services (service_id);

-- What incidents did to services, and when; the open ones are what they do now.
create table status.impacts (
  incident_id uuid        not null references status.incidents (id) on delete cascade,
  service_id  uuid        not null references status.services (id) on delete cascade,
  impact      varchar(50) not null,
  during      tstzrange   not null
);
create unique index impacts_open on status.impacts (incident_id, service_id) where upper_inf(during);
create index impacts_by_incident on status.impacts (incident_id);
create index impacts_by_service on status.impacts (service_id);
create index impacts_open_by_service on status.impacts (service_id) where upper_inf(during);
create index impacts_by_time on status.impacts using gist (during);

create table status.incident_updates (
  id          uuid        not null primary key,
  incident_id uuid        not null references status.incidents (id) on delete cascade,
  seq         integer     not null,
  message     text        not null,
  status      varchar(50) not null,
  corrects    uuid unique,
  author_id   varchar(255),
  created_at  timestamptz not null,
  unique (incident_id, seq)
);
create index incident_updates_by_author on status.incident_updates (author_id) where author_id is not null;

-- Cases in which the trouble is worked on; they belong to another module, which tells when one is gone.
create table status.incident_cases (
  incident_id uuid        not null references status.incidents (id) on delete cascade,
  case_id     varchar(17) not null,
  linked_by   varchar(255),
  linked_at   timestamptz not null,
  primary key (incident_id, case_id)
);
create index incident_cases_by_case on status.incident_cases (case_id);
create index incident_cases_by_linker on status.incident_cases (linked_by) where linked_by is not null;

-- begins_at and ends_at are when it really does, whether somebody or the clock said so.
create table status.maintenances (
  id              uuid         not null primary key,
  organization_id varchar(255) not null,
  title           varchar(200) not null,
  body            text,
  scheduled_for   timestamptz  not null,
  scheduled_until timestamptz  not null,
  started_at      timestamptz,
  completed_at    timestamptz,
  cancelled_at    timestamptz,
  begins_at       timestamptz  not null generated always as (coalesce(started_at, scheduled_for)) stored,
  ends_at         timestamptz  not null generated always as (coalesce(completed_at, scheduled_until)) stored,
  told            varchar(50)  not null,
  notify          boolean      not null,
  update_count    integer      not null,
  created_by      varchar(255),
  created_at      timestamptz  not null,
  updated_at      timestamptz  not null,
  facts           bigint       not null,
  version         bigint       not null,
  constraint maintenances_end_after_they_begin check (scheduled_until > scheduled_for)
);
create index maintenances_latest_first on status.maintenances (organization_id, scheduled_for desc, id desc);
create index maintenances_by_end on status.maintenances (organization_id, ends_at) where cancelled_at is null;
create index maintenances_by_creator on status.maintenances (created_by) where created_by is not null;

create table status.maintenance_services (
  maintenance_id uuid    not null references status.maintenances (id) on delete cascade,
  service_id     uuid    not null references status.services (id) on delete cascade,
  ordinal        integer not null,
  primary key (maintenance_id, service_id)
);
create index maintenance_services_by_service on status.maintenance_services (service_id);

create table status.maintenance_updates (
  id             uuid        not null primary key,
  maintenance_id uuid        not null references status.maintenances (id) on delete cascade,
  seq            integer     not null,
  message        text        not null,
  status         varchar(50) not null,
  author_id      varchar(255),
  created_at     timestamptz not null,
  unique (maintenance_id, seq)
);
create index maintenance_updates_by_author on status.maintenance_updates (author_id) where author_id is not null;

-- What was said in public stays as it was said; only who said it may be forgotten.
create function status.refuse_change() returns trigger language plpgsql as $$
begin
  if new.author_id is null and (to_jsonb(new) - 'author_id') = (to_jsonb(old) - 'author_id') then
    return new;
  end if;
  raise exception 'Updates are never changed';
end $$;
create trigger incident_updates_stay before update on status.incident_updates
  for each row execute function status.refuse_change();
create trigger maintenance_updates_stay before update on status.maintenance_updates
  for each row execute function status.refuse_change();

-- The public face of an organization; without a row it has the defaults.
create table status.pages (
  organization_id varchar(255) not null primary key,
  name            varchar(100) not null,
  description     varchar(500),
  url             varchar(2048),
  time_zone       varchar(64)  not null,
  public          boolean      not null,
  updated_at      timestamptz  not null,
  version         bigint       not null
);

-- The secret signs what is sent to a webhook, and ends a subscription by mail; a confirmation's token is kept as its hash.
create table status.subscriptions (
  id              uuid          not null primary key,
  organization_id varchar(255)  not null,
  channel         varchar(20)   not null,
  address         varchar(2048) not null,
  all_services    boolean       not null,
  state           varchar(20)   not null,
  secret          varchar(100)  not null,
  token_hash      bytea,
  token_until     timestamptz,
  owner_id        varchar(255),
  failing_since   timestamptz,
  created_at      timestamptz   not null,
  confirmed_at    timestamptz
);
create unique index subscriptions_by_address on status.subscriptions (organization_id, channel, md5(address))
  where channel = 'email';
create index subscriptions_by_organization on status.subscriptions (organization_id, created_at, id);
create index subscriptions_by_owner on status.subscriptions (owner_id) where owner_id is not null;
create unique index subscriptions_by_token on status.subscriptions (token_hash) where token_hash is not null;
create index subscriptions_unconfirmed on status.subscriptions (token_until) where state = 'pending';

create table status.subscription_services (
  subscription_id uuid not null references status.subscriptions (id) on delete cascade,
  service_id      uuid not null references status.services (id) on delete cascade,
  primary key (subscription_id, service_id)
);
create index subscription_services_by_service on status.subscription_services (service_id);

-- What is sent about an event, once for all who are sent it.
create table status.notices (
  event_id        uuid         not null primary key,
  organization_id varchar(255) not null,
  incident_id     uuid,
  kind            varchar(50)  not null,
  content         jsonb        not null,
  created_at      timestamptz  not null
);
create index notices_by_incident on status.notices (incident_id) where incident_id is not null;
create index notices_by_age on status.notices (created_at);

create table status.deliveries (
  id              uuid        not null primary key,
  subscription_id uuid        not null references status.subscriptions (id) on delete cascade,
  event_id        uuid        not null references status.notices (event_id) on delete cascade,
  state           varchar(20) not null,
  attempts        integer     not null,
  last_status     integer,
  last_error      varchar(500),
  created_at      timestamptz not null,
  settled_at      timestamptz,
  unique (subscription_id, event_id)
);
create index deliveries_by_event on status.deliveries (event_id);
create index deliveries_waiting on status.deliveries (created_at) where settled_at is null;
