-- Who wrote a version and when: anyone who may see the version may know it, as with authors.

create function access.written(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and exists (select 1 from record.report_version f where f.entry = wrote)
$$;
revoke all on function access.written(uuid) from public;
grant execute on function access.written(uuid) to heed_app;
