-- what a client that sees no password exchanges for tokens, once
create table identity.authorization_codes (
  code_hash    bytea         primary key check (octet_length(code_hash) = 32),
  user_id      varchar(255)  not null references identity.users on delete cascade,
  client_id    varchar(255)  not null,
  redirect_uri varchar(2048) not null,
  challenge    bytea         not null check (octet_length(challenge) = 32),
  approved_in  varchar(255),
  created_at   timestamptz   not null,
  expires_at   timestamptz   not null,
  sign_in_id   varchar(255)
);
comment on column identity.authorization_codes.approved_in is 'the sign-in it was given on; null for who came by a gateway';
comment on column identity.authorization_codes.sign_in_id is 'the sign-in that began with it; null until it is exchanged';
create index authorization_codes_of_a_user on identity.authorization_codes (user_id, created_at desc, code_hash);
create index authorization_codes_by_end on identity.authorization_codes (expires_at);
