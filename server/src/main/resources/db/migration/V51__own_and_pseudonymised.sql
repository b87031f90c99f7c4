-- What a query written wrongly could still do, it can no longer.
--
-- Facts are added under an entry that the same person writes in the same transaction, to a report
-- that they may see; a report is recorded in one's own name. Whoever holds pseudonymised rows sees
-- identifiers, days and codes to count by, and none of the text that people typed.

alter policy write_own on ledger.entry
  with check (actor = (select access.me()) and tx = pg_current_xact_id());

alter policy add on record.report
  with check ((select access.has(1 | 2 | 16)) and recorded_by = (select access.me())
    and exists (select 1 from ledger.entry e
      where e.id = report.entry and e.actor = (select access.me()) and e.tx = pg_current_xact_id()));

alter policy write_salt on ledger.salt
  with check (exists (select 1 from ledger.entry e
    where e.id = salt.entry and e.actor = (select access.me()) and e.tx = pg_current_xact_id()));

alter policy give_grants on access.role_grant
  with check ((select access.has(1024)) and exists (select 1 from ledger.entry e
    where e.id = role_grant.entry and e.actor = (select access.me()) and e.tx = pg_current_xact_id()));

alter policy add on record.opening
  with check (account = (select access.me()) and (select access.has(2))
    and report in (select access.closed_to_me())
    and exists (select 1 from ledger.entry e
      where e.id = opening.entry and e.actor = (select access.me()) and e.tx = pg_current_xact_id()));

do $$
declare
  t text;
  own text := 'exists (select 1 from ledger.entry e where e.id = %1$I.entry'
    || ' and e.actor = (select access.me()) and e.tx = pg_current_xact_id())';
  seen text := 'exists (select 1 from record.report r where r.id = %1$I.report)';
begin
  foreach t in array array['report_version','narrative','mention','reading','finding','prompt','advice','review_draw'] loop
    execute format('alter policy add on record.%1$I with check ((select access.has(1 | 2 | 16)) and ' || own || ' and ' || seen || ')', t);
  end loop;
  foreach t in array array['person','person_version','person_token'] loop
    execute format('alter policy add on record.%1$I with check ((select access.has(1 | 512)) and ' || own || ')', t);
  end loop;
  execute format('alter policy add on record.%1$I with check ((select access.has(1 | 512)) and ' || own || ' and ' || seen || ')', 'mention_person');
  foreach t in array array['crime','crime_state'] loop
    execute format('alter policy add on record.%1$I with check ((select access.has(32)) and ' || own || ' and ' || seen || ')', t);
  end loop;
  execute format('alter policy add on record.%1$I with check ((select access.has(16)) and ' || own || ' and ' || seen || ')', 'flag');
  execute format('alter policy add on record.%1$I with check ((select access.has(256)) and ' || own || ' and ' || seen || ')', 'restriction');

  -- Everything of a report follows the report.
  foreach t in array array['report_version','crime','crime_state','flag','reading','finding','prompt','review_draw'] loop
    execute format('alter policy see on record.%1$I using (' || seen || ')', t);
  end loop;
end $$;

-- The rows that figures count, for whoever may count every area's: identifiers, days, codes and
-- decisions. Reasons, gradings, findings and whatever else was typed or read stay behind. Reports that
-- are closed to the asker count too, or a restriction would change figures; lists of the records
-- behind a figure leave them out.
create schema counted;
grant usage on schema counted to heed_app;

create view counted.report_version with (security_barrier) as
  select entry, ordinal, report, version, kind, route, area, occurred_from, occurred_to,
    reported_at, recorded_at, offence
  from record.report_version f
  where (select access.has(8));

create view counted.flag with (security_barrier) as
  select entry, ordinal, report, crime, seq, flag, decision, definition, route, decided_at, review_on
  from record.flag f
  where (select access.has(8));

create view counted.crime_state with (security_barrier) as
  select entry, ordinal, crime, report, seq, act, offence, counted, rule, effective_at
  from record.crime_state f
  where (select access.has(8));

create view counted.reading with (security_barrier) as
  select entry, ordinal, report, version, rulebook, ask
  from record.reading f
  where (select access.has(8));

grant select on all tables in schema counted to heed_app;

-- Where a record belongs, for those who look for unusual looking; nothing else of it.
create function access.area_of(wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select v.area from record.report_version v
  where v.report = wanted and access.has(128)
  order by v.version desc limit 1
$$;
revoke all on function access.area_of(uuid) from public;
grant execute on function access.area_of(uuid) to heed_app;

-- Progress of imports is for those who bring reports in.
alter table work.import_progress enable row level security;
create policy importers on work.import_progress to heed_app
  using ((select access.has(1 | 2048))) with check ((select access.has(1 | 2048)));
