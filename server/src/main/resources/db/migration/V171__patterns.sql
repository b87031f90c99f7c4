-- What shows only when reports are put together, found by Heed's own program, and what people decided
-- about it. Rights: 512 people and things, 32768 Heed's own program.

create table record.pattern (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  pattern text not null,                 -- which it is
  entity text not null,                  -- whose: person:, thing: or key: and what it is known by
  counted int not null,
  degree int not null,                   -- reports that speak of it at all
  as_many bigint not null,               -- of shuffles, those that count as many or more
  shuffled bigint not null,
  false_share double precision not null, -- of wrong ones among all told up to this one
  reports int not null,                  -- that it rests on
  found_at timestamptz not null,
  primary key (entry, ordinal)
);
create index pattern_entity on record.pattern (pattern, entity);

create table record.pattern_report (
  entry uuid not null,
  ordinal int not null,
  pattern uuid not null,
  report uuid not null,
  primary key (entry, ordinal)
);
create index pattern_report_pattern on record.pattern_report (pattern);

create table record.pattern_decision (
  entry uuid not null,
  ordinal int not null,
  pattern uuid not null,
  seq int not null,
  decision text not null check (decision in ('look-into', 'leave')),
  reason text not null,
  decided_at timestamptz not null,
  primary key (entry, ordinal),
  unique (pattern, seq)
);

do $$
declare t text;
begin
  foreach t in array array['pattern','pattern_report','pattern_decision'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;
create policy add on record.pattern for insert to heed_app
  with check (entry in (select access.own_entries(32768)));
create policy add on record.pattern_report for insert to heed_app
  with check (entry in (select access.own_entries(32768)));
create policy add on record.pattern_decision for insert to heed_app
  with check (entry in (select access.own_entries(512))
    and exists (select 1 from record.pattern p where p.id = pattern_decision.pattern));

create policy see on record.pattern_report for select to heed_app
  using ((select access.has(32768))
    or ((select access.has(512))
      and exists (select 1 from record.report r where r.id = pattern_report.report)));
-- A pattern is seen by whoever may see every report that it rests on, and by nobody else: that it is
-- there would tell of a report that is closed.
create policy see on record.pattern for select to heed_app
  using ((select access.has(32768))
    or ((select access.has(512)) and reports = (
      select count(*) from record.pattern_report x where x.pattern = pattern.id)));
create policy see on record.pattern_decision for select to heed_app
  using (exists (select 1 from record.pattern p where p.id = pattern_decision.pattern));

-- Who decided, and when.
create or replace function access.decided(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote)
      or exists (select 1 from record.mention_thing f where f.entry = wrote)
      or exists (select 1 from record.pattern_decision f where f.entry = wrote))
$$;

-- Everything that patterns are looked for in, whoever may see it: identifiers, days, roles and keys, no
-- name and no narrative. What is found is told to those alone who may see every report of it.
create function access.events_to_find(since timestamptz)
returns table (report uuid, at timestamptz, missing boolean, part text, entity text, thing uuid, refused boolean)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with event as materialized (
    select v.report, coalesce(v.occurred_from, v.recorded_at) as at, v.kind = 'missing-episode' as missing
    from record.report_version v
    where (select access.has(32768))
      and not exists (select 1 from record.report_version n where n.report = v.report and n.version > v.version)
      and coalesce(v.occurred_from, v.recorded_at) >= since)
  select e.report, e.at, e.missing,
    case when m.role = 'suspect' then 'suspect' else 'child' end,
    coalesce('person:' || l.person, 'mention:' || m.id), null::uuid, false
  from event e
  join record.mention m on m.report = e.report
    and m.version = (select max(n.version) from record.mention n where n.report = m.report)
  left join lateral (
    select x.person from record.mention_person x
    where x.mention = m.id and x.same and not exists (
      select 1 from record.mention_person u
      where u.mention = x.mention and u.person = x.person and u.seq > x.seq)
    order by x.seq desc limit 1) l on true
  where m.role = 'suspect' or (m.role in ('victim', 'subject') and
    case when m.date_of_birth is not null then age(e.at, m.date_of_birth) < interval '18 years'
      else m.stated_age < 18 end)
  union all
  select e.report, e.at, e.missing, m.kind, 'key:' || m.kind || ':' || m.exact, l.thing,
    exists (select 1 from record.mention_thing d where d.mention = m.id and not d.same)
  from event e
  join record.thing_mention m on m.report = e.report
    and not exists (select 1 from record.report_version n
      where n.report = m.report and n.version > m.version and n.things is not null)
  left join lateral (
    select x.thing from record.mention_thing x
    where x.mention = m.id and x.same and not exists (
      select 1 from record.mention_thing u
      where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)
    order by x.seq desc limit 1) l on true
  where (m.exact is not null or l.thing is not null) and m.kind in ('place', 'phone', 'account')
  order by 1
$$;
revoke all on function access.events_to_find(timestamptz) from public;
grant execute on function access.events_to_find(timestamptz) to heed_app;
