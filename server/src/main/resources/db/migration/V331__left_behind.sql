-- A proposal that rests on a destroyed report goes with it, and everybody is looked through again from the next start on:
-- a running index knows who was touched, and one that is made anew does not.
create or replace function record.forget_beside(of_report uuid, people uuid[], mentions uuid[], messages uuid[]) returns void
language sql volatile set search_path = pg_catalog, work as $$
  delete from work.claim where report = of_report;
  delete from work.proposal
    where a = any (people || mentions) or b = any (people || mentions) or by_a = of_report or by_b = of_report;
  update work.proposed_upto set position = -1;
  delete from work.idempotency where position(of_report::text in body) > 0;
  delete from work.draft d where exists (
    select 1 from unnest(messages || of_report) u where position(u::text in d.form || ' ' || d.content) > 0)
$$;

-- Of the cases that wait to be worked out, those of the asker's areas that are open to them.
create or replace function access.cases_now()
returns table (open int, behind int, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, work, access as $$
begin
  return query
    with closed as materialized (select x from access.cases_closed_to_me() x)
    select count(*)::int,
      (select count(distinct c.case_file)::int from work.case_changed c
       join record.case_file f on f.id = c.case_file
       where access.has(4194304)
         and (access.areas() is null or f.area = any (access.areas()::text[]))
         and c.case_file not in (select x from closed)),
      max(s.at)
    from work.case_standing s
    where s.open and access.has(4194304)
      and (access.areas() is null or s.area = any (access.areas()::text[]))
      and s.case_file not in (select x from closed);
end $$;
