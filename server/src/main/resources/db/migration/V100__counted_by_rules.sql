-- What a crime was counted from, by which rules, and on what ground it was removed or kept apart.

-- Offences are codes, suspects and others mentions of the report, separated by commas; others are
-- further victims of one crime that is counted whoever was affected. Null: recorded before this was kept.
alter table record.crime add column suspects text;
alter table record.crime add column offences text;
alter table record.crime add column others text;

-- The rules that took part, a line each: rule, version and what it did, separated by tabs.
alter table record.crime_state add column because text;
-- The rulebook's ground, the number of another record that belongs to it, and when the victim was told.
alter table record.crime_state add column ground text;
alter table record.crime_state add column reference text;
alter table record.crime_state add column victim_told_on date;

-- What crimes are counted from, for whoever may count every area's: identifiers and codes.
create view counted.crime with (security_barrier) as
  select entry, ordinal, id, report, victim, suspects, offences, others
  from record.crime f
  where (select access.has(8));
grant select on counted.crime to heed_app;
