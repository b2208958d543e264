-- The registry of module events: Spring Modulith's JPA entity, its v2 layout for PostgreSQL.
create schema events;

create table events.event_publication
(
  id                     uuid                     not null primary key,
  listener_id            text                     not null,
  event_type             text                     not null,
  serialized_event       text                     not null,
  publication_date       timestamp with time zone not null,
  completion_date        timestamp with time zone,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamp with time zone
);

-- a listener that finishes finds its row by the event; redelivery walks a status from the oldest on
create index event_publication_serialized_event_hash_idx on events.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on events.event_publication (completion_date);
create index event_publication_by_status_idx on events.event_publication (status, publication_date);
