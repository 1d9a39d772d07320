alter table media.derivative add column content_sha256 varchar(64);
