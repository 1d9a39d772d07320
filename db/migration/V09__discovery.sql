create schema discovery;

-- One row: names this database, so that an index made from another one is not taken for its own.
create table discovery.origin (
  id int primary key check (id = 1),
  token uuid not null
);
