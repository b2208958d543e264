create table things (name text primary key);
create table labels (thing text references things (name) deferrable initially deferred);
