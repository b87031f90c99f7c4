-- What is on record of somebody asks for the cases of every record that was ever said to be of the same
-- person, also where a case names them as a report does; and so does saying so, or no longer. Whether it
-- stands is worked out with the case.
create or replace function work.find_cases(most int) returns bigint
language plpgsql security definer set search_path = pg_catalog, work, record as $$
declare
  found_of bigint;
begin
  if not access.has(134217728) or not exists (select 1 from case_changed where about is not null) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(230, 0);
  with recursive gone as (
    delete from case_changed
    where id = any (array(select n.id from case_changed n where n.about is not null order by n.id limit most))
    returning about),
  same (person) as (
    select about from gone
    union
    select o.person from same s cross join lateral (
      select d.b from identity_decision d where d.a = s.person and d.verdict = 'same'
      union all
      select d.a from identity_decision d where d.b = s.person and d.verdict = 'same') o (person)),
  found as (
    insert into case_changed (case_file)
    select l.case_file from gone s join case_report l on l.report = s.about
    union
    select p.case_file from same s join case_person p on p.person = s.person
    union
    select p.case_file from same s join mention_person m on m.person = s.person
      join case_person p on p.mention = m.mention
    union
    select p.case_file from gone s join mention m on m.report = s.about join case_person p on p.mention = m.id
    returning 1)
  select count(*) into found_of from gone;
  return found_of;
end $$;

create function work.identity_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, work as $$
begin
  insert into work.case_changed (about) select a from added union select b from added;
  return null;
end $$;
revoke all on function work.identity_changes() from public;
create trigger stands after insert on record.mention_person referencing new table as added
  for each statement execute function work.report_changes();
create trigger stands after insert on record.identity_decision referencing new table as added
  for each statement execute function work.identity_changes();

-- Clocks are one child's from now on: every case is worked out anew.
insert into work.case_changed (case_file) select id from record.case_file;
