-- Whether more is held of people that is closed to whoever grades a risk: that and nothing else, so that they ask
-- somebody who may see it.
create function access.held_closed(people uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select (select access.has(512)) and exists (
    select 1 from record.mention_person l
    where l.person = any (people) and l.same and l.report in (select access.closed_to_me())
      and not exists (select 1 from record.mention_person u
        where u.mention = l.mention and u.person = l.person and u.seq > l.seq and not u.same))
$$;
revoke all on function access.held_closed(uuid[]) from public;
grant execute on function access.held_closed(uuid[]) to heed_app;
