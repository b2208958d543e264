create schema if not exists escalations;

create table escalations.targets (
  target_id    varchar(20)  not null primary key,
  number       bigint       generated always as identity,
  case_id      varchar(17)  not null,
  role_type    varchar(64)  not null,
  organization varchar(255),
  display_name varchar(255),
  email        varchar(254),
  phone        varchar(64),
  source       varchar(64)  not null,
  confidence   double precision not null,
  rationale    varchar(4000),
  created_at   timestamptz  not null,
  version      bigint       not null
);

create index targets_of_a_case on escalations.targets (case_id);
create unique index targets_by_address on escalations.targets (case_id, lower(email));

create table escalations.escalations (
  escalation_id   varchar(20)  not null primary key,
  number          bigint       generated always as identity,
  case_id         varchar(17)  not null,
  organization_id varchar(255) not null,
  subject         varchar(250) not null,
  body            text         not null,
  requested_by    varchar(255),
  requested_at    timestamptz  not null,
  completed_at    timestamptz,
  version         bigint       not null
);

create index escalations_of_a_case on escalations.escalations (case_id, number desc);
create index escalations_by_user on escalations.escalations (requested_by) where requested_by is not null;

-- One mail a row. What is known of it is copied here from where mail is sent, and kept longer than there.
create table escalations.deliveries (
  delivery_id         varchar(20)  not null primary key,
  number              bigint       generated always as identity,
  escalation_id       varchar(20)  not null,
  case_id             varchar(17)  not null,
  target_id           varchar(20),
  email               varchar(254) not null,
  kind                varchar(10)  not null,
  status              varchar(20)  not null,
  provider            varchar(20),
  message_id          varchar(400) not null,
  provider_message_id varchar(255),
  attempts            integer      not null,
  sent_at             timestamptz,
  delivered_at        timestamptz,
  error               varchar(500),
  created_at          timestamptz  not null,
  version             bigint       not null
);

create unique index deliveries_of_an_escalation on escalations.deliveries (escalation_id, lower(email));
create index deliveries_of_a_case on escalations.deliveries (case_id, number desc);
create index deliveries_to_an_address on escalations.deliveries (case_id, lower(email), created_at);

-- How many letters were sent off in the last day: it outlives their cases, so that nobody starts anew by deleting one.
create table escalations.sendings (
  number          bigint       generated always as identity primary key,
  organization_id varchar(255) not null,
  user_id         varchar(255),
  letters         integer      not null,
  at              timestamptz  not null
);

create index sendings_of_an_organization on escalations.sendings (organization_id, at);
create index sendings_by_user on escalations.sendings (user_id, at) where user_id is not null;
create index sendings_by_time on escalations.sendings (at);

create table escalations.signals (
  signal_id        varchar(20)  not null primary key,
  number           bigint       generated always as identity,
  case_id          varchar(17)  not null,
  kind             varchar(20)  not null,
  source_type      varchar(64)  not null,
  report_id        varchar(20),
  summary          varchar(4000) not null,
  metadata         jsonb        not null,
  suggested_status varchar(20),
  recorded_by      varchar(255),
  created_at       timestamptz  not null
);

create index signals_of_a_case on escalations.signals (case_id, number desc);
create index signals_by_user on escalations.signals (recorded_by) where recorded_by is not null;

create table escalations.audit (
  number   bigint       generated always as identity primary key,
  case_id  varchar(17)  not null,
  type     varchar(50)  not null,
  actor_id varchar(255),
  payload  jsonb        not null,
  at       timestamptz  not null
);

create index audit_of_a_case on escalations.audit (case_id, number);
create index audit_by_actor on escalations.audit (actor_id) where actor_id is not null;

create table escalations.contacts (
  contact_id        varchar(20)  not null primary key,
  number            bigint       generated always as identity,
  organization_id   varchar(255) not null,
  organization_name varchar(255) not null,
  role_type         varchar(64)  not null,
  email             varchar(254),
  phone             varchar(64),
  -- GeoJSON; null is everywhere
  area              jsonb,
  bounds            box,
  classifications   text[]       not null,
  consent           boolean      not null,
  created_by        varchar(255),
  created_at        timestamptz  not null,
  version           bigint       not null
);

create index contacts_of_an_organization on escalations.contacts (organization_id, number);
create index contacts_by_area on escalations.contacts using gist (bounds);
create index contacts_everywhere on escalations.contacts (organization_id) where bounds is null;
create index contacts_by_user on escalations.contacts (created_by) where created_by is not null;
