-- The standing verdicts of a policy version by grade and composition, the newest first: what a change reaches is counted and
-- walked without reading the rows.
create index verdict_by_version on moderation.verdict (policy_version_id, superseded_at, grade_joint, composition, id desc, locale, trial);
