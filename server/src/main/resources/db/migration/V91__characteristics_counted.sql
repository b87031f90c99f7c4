-- How many of some people have each ethnicity and each nationality, as known at a position (null:
-- now), and how ethnicity was established: for whoever may count every area's records. It answers
-- with counts alone and of no fewer than ten people, so that it cannot be asked about one.
create function access.characteristics_counted(wanted uuid[], known bigint)
returns table (characteristic text, value text, basis text, people bigint)
language plpgsql stable security definer set search_path = pg_catalog, record, ledger, access as $$
begin
  if not access.has(8) or (select count(distinct w) from unnest(wanted) w) < 10 then
    return;
  end if;
  return query
    with latest as materialized (
      select distinct on (v.person) v.person, v.ethnicity, v.ethnicity_basis, v.nationality
      from record.person_version v
      where v.person = any (wanted)
        and (known is null
          or exists (select 1 from ledger.leaf k where k.entry = v.entry and k.position <= known))
      order by v.person, v.version desc)
    select 'ethnicity', l.ethnicity, l.ethnicity_basis, count(*) from latest l group by 2, 3
    union all
    select 'nationality', l.nationality, null, count(*) from latest l group by 2;
end $$;
revoke all on function access.characteristics_counted(uuid[], bigint) from public;
grant execute on function access.characteristics_counted(uuid[], bigint) to heed_app;
