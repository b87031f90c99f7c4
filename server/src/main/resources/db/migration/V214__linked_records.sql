-- What an inspector asks to see besides what was drawn: other reports and cases of the same people. Each is asked
-- for with a reason, and opened for a time by somebody who leads or supervises the work, never by who asked.
create table record.inspection_request (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  inspection uuid not null,
  case_file uuid not null,               -- the case drawn that it is linked to
  kind text not null check (kind in ('report', 'case')),
  record uuid not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index inspection_request_account on record.inspection_request (by_account);
create index inspection_request_inspection on record.inspection_request (inspection);

-- What became of a request; the latest counts.
create table record.inspection_grant (
  entry uuid not null,
  ordinal int not null,
  request uuid not null,
  seq int not null,
  granted boolean not null,
  until timestamptz,                     -- null where it is not granted
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (request, seq),
  check (not granted or until is not null)
);

-- Reports and cases that were opened for the asker, while their time lasts.
create function access.records_granted(wanted text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select r.record from record.inspection_request r
    join lateral (select g.granted, g.until from record.inspection_grant g
                  where g.request = r.id order by g.seq desc limit 1) l on true
    where r.by_account = access.me() and r.kind = wanted and l.granted and l.until > now();
end $$;

-- What is linked to a case that the asker grades: that there is such a record, of what kind and from which day, and
-- nothing that was written of anybody.
create function access.linked_records(wanted uuid, of_case uuid)
returns table (kind text, id uuid, what text, area text, on_day date)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with people as (
    select distinct p.person from record.case_person p
    where p.case_file = of_case and p.person is not null),
  reports as (
    select m.report from (select distinct on (mention) mention, report, person, same
        from record.mention_person order by mention, seq desc) m
    join people on people.person = m.person where m.same),
  allowed as (
    select 1 where access.has(4194304) and access.my_part(wanted) is not null
      and exists (select 1 from record.inspection_case c where c.inspection = wanted and c.case_file = of_case))
  select 'report', v.report, v.kind, v.area, (v.recorded_at at time zone 'Europe/London')::date
  from (select distinct report from reports) r
  join lateral (select x.report, x.kind, x.area, x.recorded_at from record.report_version x
                where x.report = r.report order by x.version desc limit 1) v on true
  where exists (select 1 from allowed)
    and not exists (select 1 from record.case_report l where l.case_file = of_case and l.report = r.report and l.linked)
  union all
  select 'case', c.id, c.kind, c.area, (c.opened_at at time zone 'Europe/London')::date
  from record.case_file c
  where exists (select 1 from allowed) and c.id <> of_case
    and exists (select 1 from record.case_person p join people on people.person = p.person where p.case_file = c.id)
  order by 1, 5, 2
$$;

create or replace function access.cases_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select c.case_file from record.inspection_grader g
    join record.inspection_case c on c.inspection = g.inspection
    where g.account = access.me() and g.until > now()
    union all
    select access.records_granted('case');
end $$;
create or replace function access.reports_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select r.report from record.case_report r
    where r.case_file in (select access.cases_to_grade()) and r.linked
      and not exists (select 1 from record.case_report later
        where later.case_file = r.case_file and later.report = r.report and later.seq > r.seq)
    union all
    select access.records_granted('report');
end $$;

do $$
declare t text;
begin
  foreach t in array array['records_granted(text)', 'linked_records(uuid, uuid)'] loop
    execute format('revoke all on function access.%s from public', t);
    execute format('grant execute on function access.%s to heed_app', t);
  end loop;
  foreach t in array array['inspection_request','inspection_grant'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;

-- A request is seen by who asked and by those who may answer it.
create policy see on record.inspection_request for select to heed_app
  using ((select access.has(4194304)) and (by_account = (select access.me()) or (select access.has(131072))));
create policy see on record.inspection_grant for select to heed_app
  using (exists (select 1 from record.inspection_request r where r.id = inspection_grant.request));
create policy add on record.inspection_request for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and exists (select 1 from access.linked_records(inspection, case_file) l
      where l.kind = inspection_request.kind and l.id = inspection_request.record));
-- Nobody opens what they asked for themselves, or what is closed to them.
create policy add on record.inspection_grant for insert to heed_app
  with check (entry in (select access.own_entries(131072)) and by_account = (select access.me())
    and exists (select 1 from record.inspection_request r
      where r.id = inspection_grant.request and r.by_account <> (select access.me())
        and (exists (select 1 from record.report o where o.id = r.record)
          or exists (select 1 from record.case_file o where o.id = r.record))));
