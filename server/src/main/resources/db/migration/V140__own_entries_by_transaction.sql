-- What the asker writes in this transaction is looked up by the transaction alone.
--
-- Before the ledger's first ANALYZE the planner takes an account to be as rare as a transaction and
-- ANDs both indexes: for whoever records most, every insert then walks all the entries they ever
-- wrote. A materialised step leaves it no choice.

create or replace function access.own_entries(wanted int) returns setof uuid
language plpgsql stable rows 1 security definer set search_path = pg_catalog, access, ledger as $$
begin
  return query
    with written as materialized (
      select e.id, e.actor from ledger.entry e where e.tx = pg_current_xact_id())
    select w.id from access.live_session() s
    join written w on w.actor = s.account
    where wanted is null or s.rights & wanted <> 0;
end $$;

create or replace function access.named_reports(wanted int) returns table (entry uuid, report uuid)
language plpgsql stable rows 1 security definer set search_path = pg_catalog, access, ledger, record as $$
begin
  return query
    with written as materialized (
      select e.id, e.actor, e.subjects from ledger.entry e where e.tx = pg_current_xact_id())
    select w.id, r.id from access.live_session() s
    join written w on w.actor = s.account
    cross join lateral unnest(w.subjects) as named (id)
    join record.report r on r.id = named.id
    where s.rights & wanted <> 0
      and ((s.rights & 2 <> 0 and (s.areas is null or r.area = any (s.areas)))
        or (s.rights & 4 <> 0 and r.agency = s.agency)
        or r.recorded_by = s.account)
      and not exists (select 1 from access.closed_to(s.account) c where c = r.id);
end $$;
