-- A partner agency that sees its own report sees of its files what its own people attached, and nothing that the
-- police did. Their bytes, scans and states follow the document.
create function access.of_my_agency(other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, access as $$
  select exists (select 1 from access.account a where a.id = other and a.agency = access.agency())
$$;
revoke all on function access.of_my_agency(uuid) from public;
grant execute on function access.of_my_agency(uuid) to heed_app;

create policy of_the_force on record.document as restrictive for select to heed_app
  using (report is null or (select access.sees_decisions()) or access.of_my_agency(by_account));
