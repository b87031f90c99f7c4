-- Areas of child protection as the rulebook has them. A plan keeps those that it was drawn by, so that it is drawn again
-- under any later rulebook; one drawn before rulebooks had them is put into strata by access.protection_areas.
alter table record.inspection add column protection text;  -- id, tab, title, tab, what shows it with commas, line end

-- The first of some areas that the record of each case shows, as known at a position: areas and facts side by side, in the
-- order of the areas. Codes alone, for whoever inspects, of cases in the areas that they work in; a case that none shows is
-- not among them. A fact is a kind and a code: measures, routes, kinds or flags of its reports, or whose missing episode.
create function access.first_area_shown(known bigint, wanted uuid[], areas text[], facts text[])
returns table (id uuid, protection text)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  with asked as materialized (
    select a.area, a.fact, a.place
    from unnest(areas, facts) with ordinality as a (area, fact, place)),
  mine as materialized (
    select c.id from record.case_file c
    where c.id = any (wanted) and (select access.has(4194304))
      and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))),
  held as materialized (
    select h.case_file, h.report from (
      select distinct on (x.case_file, x.report) x.case_file, x.report, x.linked
      from record.case_report x
      join ledger.leaf l on l.entry = x.entry and l.position <= known
      where x.case_file in (select mine.id from mine)
      order by x.case_file, x.report, x.seq desc) h
    where h.linked),
  shown as (
    select m.case_file, 'measures/' || m.measure as fact
    from record.measure m
    join ledger.leaf l on l.entry = m.entry and l.position <= known
    where m.case_file in (select mine.id from mine)
    union all
    select held.case_file, f.fact
    from held
    join lateral (
      select n.kind, n.route from record.report_version n
      join ledger.leaf l on l.entry = n.entry and l.position <= known
      where n.report = held.report order by n.version desc limit 1) v on true
    cross join lateral (values ('kinds/' || v.kind), ('routes/' || v.route)) as f (fact)
    union all
    select held.case_file, 'flags/' || case g.decision when 'no' then g.instead when 'yes' then 'cse' end
    from held
    join lateral (
      select d.decision, d.instead from record.flag d
      join ledger.leaf l on l.entry = d.entry and l.position <= known
      where d.report = held.report order by d.seq desc limit 1) g on true
    union all
    select p.case_file, 'missing/' || p.role
    from record.case_person p
    join ledger.leaf l on l.entry = p.entry and l.position <= known
    join record.missing_episode e on e.person = p.person
    join ledger.leaf k on k.entry = e.entry and k.position <= known
    where p.case_file in (select mine.id from mine) and p.linked
      and not exists (
        select 1 from record.case_person n
        join ledger.leaf o on o.entry = n.entry and o.position <= known
        where n.member = p.member and n.seq > p.seq))
  select distinct on (s.case_file) s.case_file, a.area
  from shown s join asked a on a.fact = s.fact
  order by s.case_file, a.place
$$;
revoke all on function access.first_area_shown(bigint, uuid[], text[], text[]) from public;
grant execute on function access.first_area_shown(bigint, uuid[], text[], text[]) to heed_app;
