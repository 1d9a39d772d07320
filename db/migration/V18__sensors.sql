alter table media.medium drop constraint medium_kind;
alter table media.medium add constraint medium_kind check (kind in ('image', 'audio', 'video', 'sensors'));

alter table content.post_revision add column sensors varchar(64);
create index post_revision_by_sensors on content.post_revision (sensors);
