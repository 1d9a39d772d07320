-- What a rater said beyond grades, what the rater did with the post, and what the verdict points at.
alter table moderation.verdict add column target_kind varchar(20);
alter table moderation.verdict add column knowledge_needed varchar(80);
alter table moderation.verdict add column knowledge_had varchar(8);
alter table moderation.verdict add column second_reading varchar(480);
alter table moderation.verdict add column note_to_author varchar(2000);
-- Which parts were seen, which seconds were heard: JSON, bounded.
alter table moderation.verdict add column attention varchar(20000);

-- The evidence of a revision, as JSON; no row where it points at nothing.
create table moderation.evidence (
  verdict_id bigint not null,
  revision int not null,
  body varchar not null,
  primary key (verdict_id, revision),
  foreign key (verdict_id, revision) references moderation.verdict (id, revision)
);
