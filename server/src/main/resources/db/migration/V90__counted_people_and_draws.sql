-- Who is mentioned in what role, who that is said to be, and what was drawn at random for review:
-- identifiers and codes, for whoever may count every area's records, so that a count as known at any
-- past position needs no statement of its own. No name, no date of birth, no reason.

create view counted.mention with (security_barrier) as
  select entry, ordinal, id, report, version, role
  from record.mention f
  where (select access.has(8));

create view counted.mention_person with (security_barrier) as
  select entry, ordinal, mention, report, person, same, seq
  from record.mention_person f
  where (select access.has(8));

create view counted.review_draw with (security_barrier) as
  select entry, ordinal, report, version, stream
  from record.review_draw f
  where (select access.has(8));

grant select on counted.mention, counted.mention_person, counted.review_draw to heed_app;
