-- Who may open what was drawn, and read how it was graded. Whoever draws chooses what is opened, so that graders and
-- auditors are named by somebody else, who supervises every area of the frame. Naming is a sequence of facts: the latest of
-- somebody counts, and one that ends now closes. Rights: 131072 supervises, 4096 answers for counting, 4194304 inspects,
-- 8388608 audits recording, 65536 works on cases.

alter table record.inspection_grader drop constraint inspection_grader_inspection_account_key;
alter table record.recording_auditor drop constraint recording_auditor_audit_account_key;

-- Whether the asker works in every area of a frame: one, or some, or all of them.
create function access.covers(area text, areas text) returns boolean
language sql stable security definer set search_path = pg_catalog, access as $$
  select access.areas() is null
    or coalesce(area = any (access.areas()), string_to_array(areas, ',') <@ access.areas(), false)
$$;

-- In which inspections the asker grades now, and in which part. Nobody names themselves.
create function access.grades_now() returns table (inspection uuid, part text)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query
    select l.inspection, l.part from (
      select distinct on (g.inspection) g.inspection, g.part, g.until, g.by_account from record.inspection_grader g
      where g.account = asker order by g.inspection, g.at desc, g.until, g.entry) l
    where l.until > now() and l.by_account <> asker;
end $$;

create function access.audits_now() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query
    select l.audit from (
      select distinct on (a.audit) a.audit, a.until, a.by_account from record.recording_auditor a
      where a.account = asker order by a.audit, a.at desc, a.until, a.entry) l
    where l.until > now() and l.by_account <> asker;
end $$;

create or replace function access.my_part(wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select g.part from access.grades_now() g where g.inspection = wanted
$$;

create or replace function access.audits_recording(wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select wanted in (select a from access.audits_now() a)
$$;

-- What was opened beside a case that is graded is open no longer than the case is.
create or replace function access.records_granted(wanted text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select r.record from record.inspection_request r
    join lateral (select g.granted, g.until from record.inspection_grant g
                  where g.request = r.id order by g.seq desc limit 1) l on true
    where r.by_account = access.me() and r.kind = wanted and l.granted and l.until > now()
      and r.inspection in (select g.inspection from access.grades_now() g);
end $$;

create or replace function access.cases_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select c.case_file from access.grades_now() g
    join record.inspection i on i.id = g.inspection
    join record.inspection_case c on c.inspection = i.id
    join record.case_file f on f.id = c.case_file
    where (i.area is null or f.area = i.area)
      and (i.areas is null or f.area = any (string_to_array(i.areas, ',')))
    union all
    select access.records_granted('case');
end $$;

create or replace function access.reports_to_audit() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select d.report from access.audits_now() a
    join record.recording_audit i on i.id = a
    join record.recording_audit_report d on d.audit = i.id
    where exists (select 1 from record.report_version v where v.report = d.report
      and (i.area is null or v.area = i.area)
      and (i.areas is null or v.area = any (string_to_array(i.areas, ','))));
end $$;

-- People as the case says now: who was taken off it is in it no longer.
create or replace function access.people_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select p.person from record.case_person p
    where p.case_file in (select access.cases_to_grade()) and p.person is not null and p.linked
      and not exists (select 1 from record.case_person later where later.member = p.member and later.seq > p.seq);
end $$;

-- What is linked to a case that the asker grades, by people who are in it, and of that nothing that is restricted.
create or replace function access.linked_records(wanted uuid, of_case uuid)
returns table (kind text, id uuid, what text, area text, on_day date)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with people as (
    select distinct p.person from record.case_person p
    where p.case_file = of_case and p.person is not null and p.linked
      and not exists (select 1 from record.case_person later where later.member = p.member and later.seq > p.seq)),
  reports as (
    select m.report from (select distinct on (mention) mention, report, person, same
        from record.mention_person order by mention, seq desc) m
    join people on people.person = m.person where m.same),
  allowed as (
    select 1 where access.has(4194304) and access.my_part(wanted) is not null
      and exists (select 1 from record.inspection_case c where c.inspection = wanted and c.case_file = of_case)
      and of_case in (select access.cases_to_grade()))
  select 'report', v.report, v.kind, v.area, (v.recorded_at at time zone 'Europe/London')::date
  from (select distinct report from reports) r
  join lateral (select x.report, x.kind, x.area, x.recorded_at from record.report_version x
                where x.report = r.report order by x.version desc limit 1) v on true
  where exists (select 1 from allowed)
    and v.report not in (select access.closed_to_me())
    and not exists (select 1 from record.case_report l where l.case_file = of_case and l.report = r.report and l.linked
      and not exists (select 1 from record.case_report later
        where later.case_file = l.case_file and later.report = l.report and later.seq > l.seq))
  union all
  select 'case', c.id, c.kind, c.area, (c.opened_at at time zone 'Europe/London')::date
  from record.case_file c
  where exists (select 1 from allowed) and c.id <> of_case
    and c.id not in (select access.cases_closed_to_me())
    and exists (select 1 from record.case_person p join people on people.person = p.person
      where p.case_file = c.id and p.linked
        and not exists (select 1 from record.case_person later where later.member = p.member and later.seq > p.seq))
  order by 1, 5, 2
$$;

-- Gradings that are of the asker's work: of inspections that they grade in now, and of cases of areas that they supervise.
create function access.gradings_of_mine() returns table (id uuid, open boolean)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  supervises boolean := access.has(131072);
  mine text[] := access.areas();
begin
  if not access.has(4194304) then
    return;
  end if;
  return query
    with named as materialized (select n.inspection from access.grades_now() n)
    select g.id, (select count(*) from record.inspection_grading x
        where x.inspection = g.inspection and x.case_file is not distinct from g.case_file)
      >= cardinality(string_to_array(i.parts, ','))
    from record.inspection_grading g
    join record.inspection i on i.id = g.inspection
    left join record.case_file c on c.id = g.case_file
    where g.inspection in (select inspection from named)
      or (supervises and (mine is null
        or coalesce(coalesce(c.area, i.area) = any (mine), string_to_array(i.areas, ',') <@ mine, false)));
end $$;

create or replace function access.gradings_open() returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select g.id from access.gradings_of_mine() g where g.open
$$;

-- What the asker gave, while it is of their work, and what is open to everybody whose work it is.
create function access.gradings_seen() returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select m.id from access.gradings_of_mine() m
  join record.inspection_grading g on g.id = m.id
  where m.open or g.by_account = access.me()
$$;

create function access.resolutions_seen() returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select r.entry from record.inspection_resolution r
  where exists (select 1 from record.inspection_grading g
    join (select id from access.gradings_of_mine() where open) o on o.id = g.id
    where g.inspection = r.inspection and g.case_file is not distinct from r.case_file)
$$;

-- Whether independent parts graded something differently, once all are in, or somebody has settled it before.
create function access.graded_apart(wanted uuid, of_case uuid, by_criterion text) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select exists (select 1 from record.inspection_resolution r
      where r.inspection = wanted and r.case_file is not distinct from of_case and r.criterion = by_criterion)
    or (select count(distinct coalesce(k.grade, x.grade)) > 1
      from record.inspection_grading g
      join record.inspection_grade x on x.grading = g.id and x.criterion = by_criterion
      left join lateral (select c.grade from record.inspection_correction c
        where c.grading = g.id and c.criterion = by_criterion order by c.seq desc limit 1) k on true
      where g.inspection = wanted and g.case_file is not distinct from of_case and g.part <> 'self'
        and g.id in (select access.gradings_open()))
$$;

create or replace function access.graded_cases_closed(wanted uuid) returns int
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select count(distinct g.case_file)::int
  from record.inspection_grading g
  where g.inspection = wanted and g.case_file in (select access.cases_closed_to_me())
    and g.id in (select access.gradings_seen())
$$;

do $$
declare t text;
begin
  foreach t in array array['covers(text, text)', 'grades_now()', 'audits_now()', 'gradings_of_mine()', 'gradings_seen()',
    'resolutions_seen()', 'graded_apart(uuid, uuid, text)'] loop
    execute format('revoke all on function access.%s from public', t);
    execute format('grant execute on function access.%s to heed_app', t);
  end loop;
end $$;

-- A frame is of areas that whoever draws from it works in.
alter policy add on record.inspection
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and (select access.covers(inspection.area, inspection.areas)));
alter policy add on record.recording_audit
  with check (entry in (select access.own_entries(8388608)) and by_account = (select access.me())
    and (select access.covers(recording_audit.area, recording_audit.areas)));
alter policy add on record.inspection_grader
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and account <> (select access.me()) and (select access.has(131072))
    and exists (select 1 from record.inspection i
      where i.id = inspection_grader.inspection and access.covers(i.area, i.areas)));
alter policy add on record.recording_auditor
  with check (entry in (select access.own_entries(8388608)) and by_account = (select access.me())
    and account <> (select access.me()) and (select access.has(131072 | 4096))
    and exists (select 1 from record.recording_audit i
      where i.id = recording_auditor.audit and access.covers(i.area, i.areas)));

alter policy see on record.inspection_grading
  using (id in (select access.gradings_seen())
    and (case_file is null or case_file not in (select access.cases_closed_to_me())));
alter policy see on record.inspection_resolution
  using (entry in (select access.resolutions_seen())
    and (case_file is null or case_file not in (select access.cases_closed_to_me())));

-- What is settled was graded differently, and whoever settles it or refers a case back has the case open.
alter policy add on record.inspection_resolution
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and (case_file is null or exists (select 1 from record.case_file c where c.id = inspection_resolution.case_file))
    and exists (select 1 from record.inspection_grading g
      where g.inspection = inspection_resolution.inspection
        and g.case_file is not distinct from inspection_resolution.case_file
        and g.id in (select access.gradings_open()))
    and access.graded_apart(inspection, case_file, criterion));
alter policy add on record.inspection_referral
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and exists (select 1 from record.case_file c where c.id = inspection_referral.case_file)
    and exists (select 1 from record.inspection_case c
      where c.inspection = inspection_referral.inspection and c.case_file = inspection_referral.case_file));
