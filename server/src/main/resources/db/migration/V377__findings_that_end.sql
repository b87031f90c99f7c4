-- A finding that a later look does not find ends: a row of its own that counts nothing names it (as_before), with the
-- same reports, so that whoever may see the one may see the other. Found again with the same reports, a row names the
-- finding of before in the same way, and what was decided on that holds. Of a finding that rests on what nobody
-- confirmed, which: 'one', that reports are about one child; 'several', that they are about several.
alter table record.pattern add column as_before uuid, add column unconfirmed text;
create index pattern_as_before on record.pattern (as_before) where as_before is not null;

-- As before, and of each mention its own identifier and, of a child's, a key of name and date of birth as they are
-- written, by which two mentions that nobody linked are told to be possibly one. Of a thing, what it was last said not
-- to be: things, and whether it is another than what is written by the same key.
drop function access.events_to_find(timestamptz);
create function access.events_to_find(since timestamptz)
returns table (report uuid, at timestamptz, missing boolean, part text, entity text, thing uuid, place text,
  mention uuid, alike text, refused uuid[], apart boolean)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with event as materialized (
    select v.report, coalesce(v.occurred_from, v.recorded_at) as at, v.kind = 'missing-episode' as missing
    from record.report_version v
    where (select access.has(32768))
      and not exists (select 1 from record.report_version n where n.report = v.report and n.version > v.version)
      and coalesce(v.occurred_from, v.recorded_at) >= since)
  select e.report, e.at, e.missing,
    case when m.role = 'suspect' then 'suspect' else 'child' end,
    coalesce('person:' || l.person, 'mention:' || m.id), null::uuid, null::text, m.id,
    case when m.role <> 'suspect' and m.date_of_birth is not null and w.words <> ''
      then md5(w.words || ' ' || m.date_of_birth) end,
    null::uuid[], false
  from event e
  join record.mention m on m.report = e.report
    and m.version = (select max(n.version) from record.mention n where n.report = m.report)
  cross join lateral (
    select regexp_replace(lower(concat(m.given_name, ' ', m.family_name)), '[^[:alnum:]]+', '', 'g')) w (words)
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
    case when m.kind = 'place' then m.written end, m.id, null, r.things, coalesce(r.apart, false)
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
  left join lateral (
    select array_agg(coalesce(d.thing, x.thing)) as things, bool_or(o.kind = m.kind and o.exact = m.exact) as apart
    from record.mention_thing d
    left join record.thing_mention o on o.id = d.other
    left join record.mention_thing x on x.mention = d.other and x.same and not exists (
      select 1 from record.mention_thing u
      where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)
    where d.mention = m.id and not d.same and not exists (
      select 1 from record.mention_thing u
      where u.mention = d.mention and u.thing is not distinct from d.thing
        and u.other is not distinct from d.other and u.seq > d.seq)) r on true
  where (m.exact is not null or l.thing is not null) and m.kind in ('place', 'phone', 'account')
  order by 1
$$;
revoke all on function access.events_to_find(timestamptz) from public;
grant execute on function access.events_to_find(timestamptz) to heed_app;

-- What nobody decided: two who are one as far as Heed can tell, with the reports whose words say so; and mentions that
-- somebody said not to mean a person, which bars that they count as one.
create function access.likely_to_find(likely double precision)
returns table (a uuid, b uuid, same boolean, by_a uuid, by_b uuid)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with linked as not materialized (
    select x.mention from record.mention_person x
    where x.same and not exists (
      select 1 from record.mention_person u
      where u.mention = x.mention and u.person = x.person and u.seq > x.seq))
  select * from (
    select p.a, p.b, true, p.by_a, p.by_b from work.proposal p
    where (select access.has(32768)) and p.weight >= likely
      and not exists (select 1 from record.identity_decision d where (d.a = p.a and d.b = p.b) or (d.a = p.b and d.b = p.a))
      and not exists (select 1 from record.mention_person l where l.mention = p.a and l.person = p.b)
      and not exists (select 1 from linked l where l.mention in (p.a, p.b))
    order by p.weight desc, p.a, p.b) proposed
  union all
  select f.mention, f.person, false, null, null from record.mention_person f
  where (select access.has(32768)) and not f.same
    and not exists (select 1 from record.mention_person u
      where u.mention = f.mention and u.person = f.person and u.seq > f.seq)
    and not exists (select 1 from linked l where l.mention = f.mention)
$$;
revoke all on function access.likely_to_find(double precision) from public;
grant execute on function access.likely_to_find(double precision) to heed_app;
