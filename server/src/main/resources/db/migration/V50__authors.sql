-- Who decided, recorded or amended: anyone who may see the fact may know its author. Who looked is
-- for audit alone, so an entry without facts of these tables has no author here.

create function access.author(wrote uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.flag f where f.entry = wrote)
      or exists (select 1 from record.crime_state f where f.entry = wrote)
      or exists (select 1 from record.report_version f where f.entry = wrote)
      or exists (select 1 from record.restriction f where f.entry = wrote)
      or exists (select 1 from record.mention_person f where f.entry = wrote))
$$;
revoke all on function access.author(uuid) from public;
grant execute on function access.author(uuid) to heed_app;

-- Accounts by the names they sign in with, for those who restrict a report to its members.
create function access.accounts_called(wanted text[]) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select a.id, lower(a.name) from access.account a
  where access.has(256) and a.password_hash is not null
    and lower(a.name) in (select lower(w) from unnest(wanted) w)
$$;
revoke all on function access.accounts_called(text[]) from public;
grant execute on function access.accounts_called(text[]) to heed_app;
