-- Who asked to be told by mail. An address is subscribed once it has confirmed that, and not before.
create table status.subscription_requests (
  id              uuid         not null primary key,
  organization_id varchar(255) not null,
  address         varchar(254) not null,
  -- null for all
  services        uuid[],
  token_hash      bytea        not null unique,
  owner_id        varchar(255),
  created_at      timestamptz  not null,
  expires_at      timestamptz  not null,
  confirmed_at    timestamptz
);
create index subscription_requests_by_address on status.subscription_requests (organization_id, address);
create index subscription_requests_by_end on status.subscription_requests (expires_at);
create index subscription_requests_by_owner on status.subscription_requests (owner_id) where owner_id is not null;
