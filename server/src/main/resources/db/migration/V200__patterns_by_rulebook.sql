-- What was counted and the rulebook that its thresholds are from, as they were when it was found.
alter table record.pattern add column says text;
alter table record.pattern add column rulebook text;

-- Everything that patterns are looked for in, whoever may see it: identifiers, days, roles and keys, no
-- name of a person and no narrative; a place as it was written, since its name tells whether it is a hub. What is found is told to those alone who may see every report of it.
drop function access.events_to_find(timestamptz);
create function access.events_to_find(since timestamptz)
returns table (report uuid, at timestamptz, missing boolean, part text, entity text, thing uuid, refused boolean, place text)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with event as materialized (
    select v.report, coalesce(v.occurred_from, v.recorded_at) as at, v.kind = 'missing-episode' as missing
    from record.report_version v
    where (select access.has(32768))
      and not exists (select 1 from record.report_version n where n.report = v.report and n.version > v.version)
      and coalesce(v.occurred_from, v.recorded_at) >= since)
  select e.report, e.at, e.missing,
    case when m.role = 'suspect' then 'suspect' else 'child' end,
    coalesce('person:' || l.person, 'mention:' || m.id), null::uuid, false, null::text
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
    exists (select 1 from record.mention_thing d where d.mention = m.id and not d.same),
    case when m.kind = 'place' then m.written end
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
