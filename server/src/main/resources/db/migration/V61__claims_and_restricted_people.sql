-- A claim is its reviewer's to give back; others take it only once it has run out.

drop policy reviewers on work.claim;
create policy see on work.claim for select to heed_app using ((select access.has(16)));
create policy claim on work.claim for insert to heed_app
  with check ((select access.has(16)) and account = (select access.me()));
create policy give_back on work.claim for delete to heed_app
  using ((select access.has(16)) and (account = (select access.me()) or expires_at < now()));

-- People of whom nothing but restricted reports speak are seen by those alone who may open one of
-- them: a name found by a search would tell what the restriction hides.
create function access.people_closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    with closed as materialized (select c from access.closed_to_me() c)
    select distinct l.person from record.mention_person l
    where l.report in (select c from closed)
      and not exists (select 1 from record.mention_person other
                      where other.person = l.person and other.same
                        and other.report not in (select c from closed));
end $$;
revoke all on function access.people_closed_to_me() from public;
grant execute on function access.people_closed_to_me() to heed_app;

do $$
declare t text;
begin
  foreach t in array array['person_version','person_token'] loop
    execute format('alter policy see on record.%I using ((select access.has(512))'
      || ' and person not in (select access.people_closed_to_me()))', t);
  end loop;
end $$;
alter policy see on record.person using ((select access.has(512))
  and id not in (select access.people_closed_to_me()));
