-- Groups that somebody said are groups, while that holds: identifiers of their suspects and of the reports
-- that the decision rests on. What connects two of them is looked for as Heed's own program.
create function access.groups_to_find()
returns table (decision uuid, person uuid, report uuid)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with holding as (
    select g.id from record.group_decision g
    where (select access.has(32768)) and g.decision = 'group' and not exists (
      select 1 from record.group_decision n
      join record.group_suspect x on x.decision = n.id
      join record.group_suspect y on y.person = x.person and y.decision = g.id
      where n.definition = g.definition and (n.decided_at, n.id) > (g.decided_at, g.id)))
  select h.id, s.person, null::uuid from holding h join record.group_suspect s on s.decision = h.id
  union all
  select h.id, null::uuid, r.report from holding h join record.group_report r on r.decision = h.id
  order by 1
$$;
revoke all on function access.groups_to_find() from public;
grant execute on function access.groups_to_find() to heed_app;
