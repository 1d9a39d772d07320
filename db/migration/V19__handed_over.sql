-- Who gave an item into another person's hand, and why; the receiver reads it beside the post.
create table work.handed_over (
  item_id bigint not null references work.item (id),
  to_id bigint not null,
  from_id bigint not null,
  reason varchar(500) not null,
  handed_at timestamp with time zone not null,
  primary key (item_id, to_id)
);
