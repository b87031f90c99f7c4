-- A partner agency sees its own report as it gave it, and nothing of what the police made of it: what was
-- read in it, who decides and why, crimes, operations. Whoever reads reports of an area for the force does.
-- In PL/pgSQL, planned once for a connection.
create function access.sees_decisions() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  s access.session := access.session_now();
begin
  return coalesce((s.rights & 2) <> 0 or (s.rights & 4) = 0, false);
end $$;
revoke all on function access.sees_decisions() from public;
grant execute on function access.sees_decisions() to heed_app;

do $$
declare t text;
begin
  foreach t in array array['flag','crime','crime_state','reading','finding','prompt','advice','review_draw',
    'triage','report_operation','restriction'] loop
    execute format('create policy of_the_force on record.%I as restrictive for select to heed_app'
      || ' using ((select access.sees_decisions()))', t);
  end loop;
end $$;
