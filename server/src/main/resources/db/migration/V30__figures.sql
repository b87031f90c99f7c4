-- Counting people needs to know which mentions mean the same person, never who that is. Analysts
-- hold pseudonymised rows and see no mention; this shows them identifiers and roles alone, as known
-- at a position of the ledger (null: now).
create function access.people_counted(known bigint)
returns table (mention uuid, report uuid, role text, person uuid)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select m.id, m.report, m.role, case when l.same then l.person end
  from record.mention m
  left join (
    select distinct on (f.mention) f.mention, f.person, f.same
    from record.mention_person f
    where known is null
      or exists (select 1 from ledger.leaf k where k.entry = f.entry and k.position <= known)
    order by f.mention, f.seq desc
  ) l on l.mention = m.id
  where (select access.has(8))
    and (known is null
      or exists (select 1 from ledger.leaf k where k.entry = m.entry and k.position <= known))
$$;
revoke all on function access.people_counted(bigint) from public;
grant execute on function access.people_counted(bigint) to heed_app;
