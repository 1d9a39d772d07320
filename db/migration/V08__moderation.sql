create schema moderation;

-- One row for each revision of a verdict; superseded_at is the only column that ever changes.
create table moderation.verdict (
  id bigint not null,
  revision int not null,
  superseded_at timestamp with time zone,
  submission_id bigint not null references work.submission (id),
  external_id varchar(300),
  post_id bigint not null,
  post_revision int not null,
  queue_id bigint,
  rater_id bigint not null,
  policy_version_id bigint not null,
  locale varchar(35) not null,
  grade_image varchar(12) not null,
  grade_caption varchar(12) not null,
  grade_audio varchar(12) not null,
  grade_joint varchar(12) not null,
  stopped_early boolean not null,
  principal varchar(40),
  reading varchar(480),
  pair_image_caption varchar(8),
  pair_caption_audio varchar(8),
  pair_image_audio varchar(8),
  relation_image_caption varchar(30),
  relation_caption_audio varchar(30),
  relation_image_audio varchar(30),
  defusers varchar(30),
  audio_channels varchar(40),
  stance varchar(20),
  benign_reason varchar(20),
  confidence varchar(8),
  composition varchar(20) not null,
  sufficient_sets varchar(120) not null,
  necessary varchar(30) not null,
  active_millis bigint not null,
  submitted_at timestamp with time zone not null,
  primary key (id, revision)
);
create index verdict_by_post on moderation.verdict (post_id);
create index verdict_by_rater on moderation.verdict (rater_id, id);
create index verdict_by_queue on moderation.verdict (queue_id, id);
create index verdict_by_external_id on moderation.verdict (external_id);

-- The clauses that a revision cites, for a part or for the whole, with the hash of the text in the locale seen.
create table moderation.cited_clause (
  verdict_id bigint not null,
  revision int not null,
  scope varchar(8) not null,
  clause_version_id bigint not null,
  clause_id varchar(40) not null,
  text_hash varchar(64) not null,
  primary key (verdict_id, revision, scope, clause_id),
  foreign key (verdict_id, revision) references moderation.verdict (id, revision)
);
