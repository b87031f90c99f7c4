-- The chance with which a report was drawn, so that no estimate is made across two shares.
create or replace view counted.review_draw with (security_barrier) as
  select entry, ordinal, report, version, stream, chance
  from record.review_draw f
  where (select access.has(8));
