create schema exchange;

-- The posts and verdicts that a running import has met, so that a name given twice is noticed; emptied at its end.
create table exchange.import_item (
  job bigint not null references jobs.job (id),
  name varchar(700) not null,
  primary key (job, name)
);

-- What a rater answered, as the imported file wrote it.
create table exchange.imported_answer (
  verdict bigint not null primary key,
  answer varchar not null
);
