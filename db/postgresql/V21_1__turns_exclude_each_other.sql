-- PostgreSQL says it once more, in its own words: no two turns of a policy in a jurisdiction share an instant.
create type policy.word_range as range (subtype = text);
alter table policy.in_force add constraint turns_exclude_each_other exclude using gist (
  int8range(series_id, series_id, '[]') with &&,
  policy.word_range(jurisdiction::text, jurisdiction::text, '[]') with &&,
  tstzrange(starts_at, ends_at) with &&
);
