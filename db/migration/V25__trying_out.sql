-- A queue may be bound to one version of its policy, whatever is in force. What is judged there tries the version out, or
-- its rater, and never counts for the posts. Queues of one panel give a rater each subject in one of them only; a queue may
-- be kept for one account; and one that is closed gives nothing out any more.
alter table work.queue add column policy_version_id bigint;
alter table work.queue add column panel bigint;
alter table work.queue add column reserved_for bigint;
alter table work.queue add column closed_at timestamp with time zone;
alter table work.queue add constraint only_trials_are_kept_or_closed check (
  policy_version_id is not null or (panel is null and reserved_for is null and closed_at is null));
alter table work.queue add constraint calibration_is_a_trial check (kind <> 'calibration' or policy_version_id is not null);
create index queue_by_panel on work.queue (panel);
create index queue_reserved on work.queue (reserved_for);

-- Given in such a queue: kept like any verdict, but no verdict on the post.
alter table moderation.verdict add column trial boolean not null default false;
