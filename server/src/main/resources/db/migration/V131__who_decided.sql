-- Who said who is who, and when: whoever may see the decision may know it, as with versions.
create function access.decided(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote))
$$;
revoke all on function access.decided(uuid) from public;
grant execute on function access.decided(uuid) to heed_app;
