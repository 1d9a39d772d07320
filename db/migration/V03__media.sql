create schema media;
create table media.medium (
  sha256 varchar(64) primary key,
  bytes bigint not null,
  content_type varchar(100) not null,
  kind varchar(10),
  state varchar(10) not null,
  refusal_code varchar(40),
  refusal_reason varchar(500),
  width int,
  height int,
  frames int,
  duration_millis bigint,
  loudness_lufs double precision,
  perceptual_hash bigint,
  has_sound boolean not null,
  taken_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint medium_kind check (kind in ('image', 'audio', 'video')),
  constraint medium_state check (state in ('pending', 'ready', 'refused')),
  constraint medium_refusal check ((state = 'refused') = (refusal_code is not null and refusal_reason is not null)),
  constraint medium_ready check (state <> 'ready' or kind is not null)
);
create table media.derivative (
  sha256 varchar(64) not null references media.medium (sha256),
  name varchar(40) not null,
  bytes bigint not null,
  width int,
  height int,
  primary key (sha256, name)
);
