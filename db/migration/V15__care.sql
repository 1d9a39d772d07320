-- Care for the people who look: what holds for everyone at least.
create schema care;

-- From which severity of a clause on a shield holds for everyone; a shield without a row holds for nobody.
create table care.shield_floor (
  shield varchar(20) not null primary key,
  from_severity varchar(10) not null
);
