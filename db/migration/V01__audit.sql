-- The audit trail: one append-only chain of hashes per actor, and where each chain ends.
create schema audit;

create table audit.head (
  chain varchar(80) not null primary key,
  position bigint not null,
  hash varchar(64) not null
);

create table audit.entry (
  chain varchar(80) not null,
  position bigint not null,
  recorded_at timestamp with time zone not null,
  action varchar(80) not null,
  subject varchar(200) not null,
  details varchar not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  constraint entry_pk primary key (chain, position)
);
