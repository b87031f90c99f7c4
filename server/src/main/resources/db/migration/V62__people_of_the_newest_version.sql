-- An amended report names its people anew: those of its newest version that names any are counted,
-- not the same people again for every version before.
create or replace function access.people_counted(known bigint)
returns table (mention uuid, report uuid, role text, person uuid)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  with said as materialized (
    select m.id, m.report, m.role, m.version from record.mention m
    where known is null
      or exists (select 1 from ledger.leaf k where k.entry = m.entry and k.position <= known)),
  newest as (select s.report, max(s.version) as version from said s group by s.report)
  select m.id, m.report, m.role, case when l.same then l.person end
  from said m
  join newest n on n.report = m.report and n.version = m.version
  left join (
    select distinct on (f.mention) f.mention, f.person, f.same
    from record.mention_person f
    where known is null
      or exists (select 1 from ledger.leaf k where k.entry = f.entry and k.position <= known)
    order by f.mention, f.seq desc
  ) l on l.mention = m.id
  where (select access.has(8))
$$;
