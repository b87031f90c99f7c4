-- Grades of a case that is closed to the asker are closed with it, and so is what they rest on, how they were corrected or
-- settled, and what was asked for beside it: also to who gave them. Of the force's grades nothing is closed. Grades and
-- corrections are seen by their grading. Rights: 4194304 inspects, 131072 supervises.
alter policy see on record.inspection_grading
  using ((select access.has(4194304))
    and (by_account = (select access.me()) or id in (select access.gradings_open()))
    and (case_file is null or case_file not in (select access.cases_closed_to_me())));
alter policy see on record.inspection_resolution
  using ((select access.has(4194304))
    and (case_file is null or case_file not in (select access.cases_closed_to_me())));
-- A report may have left its case before it was restricted: its words stay with it.
alter policy see on record.inspection_passage
  using (exists (select 1 from record.inspection_grading g where g.id = inspection_passage.grading)
    and record not in (select access.closed_to_me()));
alter policy see on record.inspection_request
  using ((select access.has(4194304)) and (by_account = (select access.me()) or (select access.has(131072)))
    and case_file not in (select access.cases_closed_to_me()));

-- Of how many cases of an inspection the asker would see grades, were they not closed to them: that alone, by no
-- stratum, criterion or grade, since a count beside the one that is open would tell how the closed case lies.
create function access.graded_cases_closed(wanted uuid) returns int
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if not access.has(4194304) then
    return 0;
  end if;
  return (
    with closed as materialized (select c from access.cases_closed_to_me() c)
    select count(distinct g.case_file)::int
    from record.inspection_grading g
    join record.inspection i on i.id = g.inspection
    where g.inspection = wanted and g.case_file in (select c from closed)
      and (g.by_account = access.me() or (
        select count(*) from record.inspection_grading x
        where x.inspection = g.inspection and x.case_file = g.case_file)
          >= cardinality(string_to_array(i.parts, ','))));
end $$;
revoke all on function access.graded_cases_closed(uuid) from public;
grant execute on function access.graded_cases_closed(uuid) to heed_app;

-- A case that is closed to the asker is in no count of open cases either: taken from the ones that they have open, a
-- count would tell which standards it missed.
create or replace function access.standards_now()
returns table (standard text, asked int, missed int, late int, due int)
language plpgsql stable security definer set search_path = pg_catalog, work, access as $$
begin
  return query
    with closed as materialized (select x from access.cases_closed_to_me() x)
    select c.standard, count(distinct c.case_file)::int,
      (count(distinct c.case_file) filter (where c.state in ('not evidenced', 'breached')))::int,
      (count(distinct c.case_file) filter (where c.state = 'late'))::int,
      (count(distinct c.case_file) filter (where c.state = 'due'))::int
    from work.case_clock c
    where c.open and c.standard is not null and c.state <> 'not applicable' and access.has(4194304)
      and (access.areas() is null or c.area = any (access.areas()::text[]))
      and c.case_file not in (select x from closed)
    group by c.standard;
end $$;

create or replace function access.cases_now()
returns table (open int, behind int, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, work, access as $$
begin
  return query
    with closed as materialized (select x from access.cases_closed_to_me() x)
    select count(*)::int,
      (select count(distinct case_file)::int from work.case_changed), max(s.at)
    from work.case_standing s
    where s.open and access.has(4194304)
      and (access.areas() is null or s.area = any (access.areas()::text[]))
      and s.case_file not in (select x from closed);
end $$;
