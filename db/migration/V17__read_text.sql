create table media.read_text (
  sha256 varchar(64) not null references media.medium (sha256),
  language varchar(40) not null,
  engine varchar(40) not null,
  lines varchar not null,
  read_at timestamp with time zone not null,
  primary key (sha256, language, engine)
);
