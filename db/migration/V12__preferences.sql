-- What an account has chosen for itself, by topic and name, such as the key of an action.
create table access.preference (
  account_id bigint not null references access.account (id),
  topic varchar(20) not null,
  name varchar(80) not null,
  choice varchar(200) not null,
  constraint preference_pk primary key (account_id, topic, name)
);
