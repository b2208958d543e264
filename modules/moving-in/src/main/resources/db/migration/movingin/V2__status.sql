-- What has come of a status service. A row stays when its service or incident is deleted here, so that it does not come
-- again.
create table movingin.status_rows (
  id   uuid        not null primary key,
  kind varchar(50) not null
);
