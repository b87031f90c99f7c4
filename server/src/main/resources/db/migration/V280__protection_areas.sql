-- The area of child protection that a case is one of, as inspectors sample them: the first that applies of what was on
-- its record at a position. Codes alone, for whoever inspects, of cases in the areas that they work in; null: nothing
-- on record tells.
create function access.protection_areas(known bigint, wanted uuid[])
returns table (id uuid, protection text)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select c.id, case
      when exists (
        select 1 from record.measure m
        join ledger.leaf l on l.entry = m.entry and l.position <= known
        where m.case_file = c.id and m.measure in
            ('sexual-harm-prevention-order', 'sexual-risk-order', 'interim-sexual-risk-order'))
        then 'sex-offender-management'
      when 'online-referral' = any (r.routes) then 'online'
      when 'yes' = any (r.flags) then 'child-sexual-exploitation'
      when 'cce' = any (r.flags) then 'child-criminal-exploitation'
      when 'missing' = any (r.flags) or 'missing-episode' = any (r.kinds) or exists (
        select 1 from record.case_person p
        join ledger.leaf l on l.entry = p.entry and l.position <= known
        join record.missing_episode e on e.person = p.person
        join ledger.leaf k on k.entry = e.entry and k.position <= known
        where p.case_file = c.id and p.linked and p.role in ('child', 'sibling', 'child-at-risk')
          and not exists (
            select 1 from record.case_person n
            join ledger.leaf o on o.entry = n.entry and o.position <= known
            where n.member = p.member and n.seq > p.seq))
        then 'missing'
      when 'csa' = any (r.flags) then 'child-sexual-abuse'
    end
  from record.case_file c
  left join lateral (
    select array_agg(v.kind) as kinds, array_agg(v.route) as routes,
      array_agg(case when f.decision = 'no' then f.instead else f.decision end) as flags
    from (
      select distinct on (x.report) x.report, x.linked from record.case_report x
      join ledger.leaf l on l.entry = x.entry and l.position <= known
      where x.case_file = c.id order by x.report, x.seq desc) held
    join lateral (
      select n.kind, n.route from record.report_version n
      join ledger.leaf l on l.entry = n.entry and l.position <= known
      where n.report = held.report order by n.version desc limit 1) v on true
    left join lateral (
      select g.decision, g.instead from record.flag g
      join ledger.leaf l on l.entry = g.entry and l.position <= known
      where g.report = held.report order by g.seq desc limit 1) f on true
    where held.linked) r on true
  where c.id = any (wanted) and (select access.has(4194304))
    and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))
$$;
revoke all on function access.protection_areas(bigint, uuid[]) from public;
grant execute on function access.protection_areas(bigint, uuid[]) to heed_app;
