drop function access.attrition_counted(text, timestamptz, timestamptz);
drop function record.attrition(text, timestamptz, timestamptz);

-- How far reports that were decided yes got, a row each: the step reached is the last of decided,
-- case, suspect, interviewed, charged before the first that is wanting. As whoever asks may see, and as
-- known at a position of the ledger; null: as of now.
create function record.attrition(wanted text, since timestamptz, until timestamptz, known bigint)
returns table (report uuid, case_file uuid, reached int, ends text)
language sql stable set search_path = pg_catalog, record, ledger as $$
  with decided as (
    select r.id
    from report r
    join report_version v on v.report = r.id and v.version = 1 and v.recorded_at >= since and v.recorded_at < until
      and (known is null or exists (select 1 from ledger.leaf k where k.entry = v.entry and k.position <= known))
    join lateral (select f.decision from flag f where f.report = r.id
        and (known is null or exists (select 1 from ledger.leaf k where k.entry = f.entry and k.position <= known))
      order by f.seq desc limit 1) d on d.decision = 'yes'
    where wanted = '' or r.area = wanted),
  linked as (
    select d.id, c.case_file,
      exists (select 1 from case_person p where p.case_file = c.case_file and p.role = 'suspect' and p.linked
              and (known is null or exists (select 1 from ledger.leaf k where k.entry = p.entry and k.position <= known))
              and not exists (select 1 from case_person l where l.member = p.member and l.seq > p.seq
                and (known is null or exists (select 1 from ledger.leaf k where k.entry = l.entry and k.position <= known)))) as suspect,
      exists (select 1 from case_event e where e.case_file = c.case_file and e.kind = 'suspect-interviewed'
              and e.withdraws is null
              and (known is null or exists (select 1 from ledger.leaf k where k.entry = e.entry and k.position <= known))
              and not exists (select 1 from case_event w where w.case_file = e.case_file and w.withdraws = e.id
                and (known is null or exists (select 1 from ledger.leaf k where k.entry = w.entry and k.position <= known)))) as interviewed
    from decided d
    join case_report c on c.report = d.id and c.linked
      and (known is null or exists (select 1 from ledger.leaf k where k.entry = c.entry and k.position <= known))
    where not exists (select 1 from case_report l
                      where l.case_file = c.case_file and l.report = c.report and l.seq > c.seq
                        and (known is null or exists (select 1 from ledger.leaf k where k.entry = l.entry and k.position <= known)))),
  ended as (
    select d.id, o.ends
    from decided d
    join lateral (
      select n.ends from (
        select distinct on (f.crime) f.crime, f.ends from crime_outcome f where f.report = d.id
          and (known is null or exists (select 1 from ledger.leaf k where k.entry = f.entry and k.position <= known))
        order by f.crime, f.seq desc) n
      order by array_position(array['charged', 'out-of-court', 'elsewhere', 'no-action'], n.ends) limit 1) o on true)
  select d.id, l.case_file,
    case when l.case_file is null then 1 when not l.suspect then 2 when not l.interviewed then 3
         when coalesce(e.ends, '') <> 'charged' then 4 else 5 end,
    coalesce(e.ends, '')
  from decided d
  left join lateral (select * from linked x where x.id = d.id
                     order by x.suspect desc, x.interviewed desc, x.case_file limit 1) l on true
  left join ended e on e.id = d.id
$$;
revoke all on function record.attrition(text, timestamptz, timestamptz, bigint) from public;
grant execute on function record.attrition(text, timestamptz, timestamptz, bigint) to heed_app;

-- The same counted over everything in the asker's areas, restricted reports too: numbers and nothing else.
create function access.attrition_counted(wanted text, since timestamptz, until timestamptz, known bigint)
returns table (reached int, ends text, reports bigint)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select a.reached, a.ends, count(*)
  from record.attrition(wanted, since, until, known) a join record.report r on r.id = a.report
  where ((select access.has(64)) or (select access.has(65536)))
    and ((select access.areas()) is null or r.area = any ((select access.areas())::text[]))
  group by 1, 2
$$;
revoke all on function access.attrition_counted(text, timestamptz, timestamptz, bigint) from public;
grant execute on function access.attrition_counted(text, timestamptz, timestamptz, bigint) to heed_app;
