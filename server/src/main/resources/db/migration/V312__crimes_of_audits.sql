-- Crimes on record are those that count: a record that is kept apart, such as a reported incident of rape that is not
-- recorded as a crime (N100), is none. What a state says of itself was said under the rulebook of its day. What earlier
-- audits keep stays as it was counted when they were drawn.
create or replace function access.recording_frame(
  known bigint, wanted text, within text[], since timestamptz, until timestamptz)
returns table (id uuid, route text, kind text, crimes int)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select r.id, coalesce(v.route, 'not-known'), v.kind,
    (select count(*)::int from record.crime c
      join ledger.leaf k on k.entry = c.entry and k.position <= known
      where c.report = r.id and exists (
        select 1 from (select s.act, s.counted from record.crime_state s
            join ledger.leaf l on l.entry = s.entry and l.position <= known
            where s.crime = c.id order by s.seq desc limit 1) as latest
        where latest.counted and latest.act not in ('cancelled', 'merged')))
  from record.report r
  join record.report_version f on f.report = r.id and f.version = 1
  join ledger.leaf k on k.entry = r.entry and k.position <= known
  join lateral (
    select x.route, x.kind, x.area from record.report_version x
    join ledger.leaf l on l.entry = x.entry and l.position <= known
    where x.report = r.id order by x.version desc limit 1) v on true
  where (select access.has(8388608))
    and f.recorded_at >= since and f.recorded_at < until
    and ((select access.areas()) is null or v.area = any ((select access.areas())::text[]))
    and (within is null or v.area = any (within)) and (wanted is null or v.area = wanted)
  order by r.id
$$;
