-- A twin differs from the post that it was made from in exactly one part. The family is the post at the beginning of all: for
-- a twin of a twin still the first, so that a family is found in one step.
create table content.twin (
  post bigint primary key references content.post (id),
  twin_of bigint not null references content.post (id),
  family bigint not null references content.post (id),
  changed_part varchar(10) not null,
  expected_joint varchar(20) not null,
  made_by varchar(80) not null,
  made_at timestamp with time zone not null,
  check (post <> twin_of),
  check (post <> family)
);
create index twin_by_source on content.twin (twin_of);
create index twin_by_family on content.twin (family);

-- The family of the subject, where it has one; copied here so that taking asks for nothing more.
alter table work.place add column family bigint;

-- Which member of a family a rater had in hand last, and until when that bars the rater from the others.
create table work.kin (
  family bigint not null,
  rater_id bigint not null,
  subject_id bigint not null,
  barred_until timestamp with time zone not null,
  primary key (family, rater_id)
);
