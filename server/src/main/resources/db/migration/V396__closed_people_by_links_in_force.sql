-- People of whom closed reports alone speak, as before; and a link that was undone uncovers nobody: what an open report
-- was once wrongly said to mean does not open a name and a date of birth that come from a closed one.
create or replace function access.people_closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  closed uuid[] := array(select c from access.closed_to_me() c);
begin
  if cardinality(closed) = 0 then
    return;
  end if;
  return query
    select distinct s.person
    from unnest(closed) as c (report)
    cross join lateral (
      select l.person from record.mention_person l
      where l.report = c.report and l.same offset 0) s
    -- A count of at most one is asked by the index for each; whether one exists could be asked of all.
    where (select count(*) from (
      select 1 from record.mention_person other
      where other.person = s.person and other.same and not other.report = any (closed)
        and (select count(*) from record.mention_person u
          where u.mention = other.mention and u.person = other.person and u.seq > other.seq) = 0
      limit 1) elsewhere) = 0;
end $$;
