-- Of a fact about a report or a person the cases are found only once it is committed: a transaction
-- that makes a case be about it may be open beside it, and then neither sees the other.

alter table work.case_changed alter column case_file drop not null;
alter table work.case_changed add column about uuid;   -- a report or a person, whose cases are still to be found
create index case_changed_about on work.case_changed (id) where about is not null;

do $$
declare
  one record;
begin
  for one in select * from (values
      -- No case is about a report that is recorded in this very transaction, or its own row asks.
      ('report_changes', 'select distinct a.report from added a where not exists (select 1 from record.report r'
        || ' where r.id = a.report and r.xmin = pg_current_xact_id()::xid)'),
      ('person_changes', 'select distinct a.person from added a'),
      ('episode_changes',
        'select distinct e.person from added a join record.missing_episode e on e.id = a.episode'),
      ('referral_changes',
        'select distinct r.person from added a join record.referral r on r.id = a.referral'),
      ('version_changes', 'values (new.report)'),
      ('person_version_changes', 'values (new.person)')) as t (name, asked) loop
    execute format('create or replace function work.%I() returns trigger language plpgsql security definer'
      || ' set search_path = pg_catalog, work as $f$ begin insert into work.case_changed (about) %s; return null; end $f$',
      one.name, one.asked);
  end loop;
end $$;

-- Puts cases in the place of some of the reports and people that they are about; how many of these
-- there were. One at a time: who comes second finds what the first found.
create function work.find_cases(most int) returns bigint
language plpgsql security definer set search_path = pg_catalog, work, record as $$
declare
  found_of bigint;
begin
  if not access.has(134217728) or not exists (select 1 from case_changed where about is not null) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(230, 0);
  with gone as (
    delete from case_changed
    where id = any (array(select n.id from case_changed n where n.about is not null order by n.id limit most))
    returning about),
  found as (
    insert into case_changed (case_file)
    select l.case_file from gone s join case_report l on l.report = s.about
    union
    select p.case_file from gone s join case_person p on p.person = s.about
    union
    select p.case_file from gone s join mention m on m.report = s.about join case_person p on p.mention = m.id
    returning 1)
  select count(*) into found_of from gone;
  return found_of;
end $$;
revoke all on function work.find_cases(int) from public;
grant execute on function work.find_cases(int) to heed_app;

-- Whatever its owner does with a case opens it. One that is being worked out meanwhile still asks.
drop policy ask on work.case_changed;
create function work.case_opened() returns trigger
language plpgsql security definer set search_path = pg_catalog, work, record as $$
begin
  insert into case_changed (case_file)
    select s.case_file from case_standing s
    where s.case_file = any (new.subjects) and s.owner = new.actor and s.unopened
    union
    select n.case_file from case_changed n join case_owner o on o.case_file = n.case_file and o.owner = new.actor
    where n.case_file = any (new.subjects);
  return null;
end $$;
create trigger stands after insert on ledger.entry
  for each row when (new.kind like 'case.%') execute function work.case_opened();
