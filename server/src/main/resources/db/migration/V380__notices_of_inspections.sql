-- Notices of what has to change after an inspection, by its number: near, at and past its day.
alter table record.notice add column inspection_action uuid;   -- instead of a case, a request, a message or an episode
alter table record.notice drop constraint notice_of_one;
alter table record.notice add constraint notice_of_one
  check (num_nonnulls(case_file, request, message, episode, inspection_action) = 1);
create unique index notice_inspection_action on record.notice (inspection_action, due_at, stage, account)
  where inspection_action is not null;

-- What is open still, for the program that gives notices: no word of what it is. Whoever may inspect no longer is told
-- nothing. Past its day those who supervise an area of the frame are told, and who set it; of all areas those of all.
create function access.inspection_actions_to_notice()
returns table (id uuid, set_at timestamptz, due_on date, owner uuid, others uuid[])
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with held as materialized (
    select g.account, g.role, g.area from (
      select distinct on (r.account, r.role, r.area) r.account, r.role, r.area, r.granted, r.until
      from access.role_grant r where r.role in ('supervisor', 'exploitation-lead', 'inspector')
      order by r.account, r.role, r.area, r.seq desc) g
    where g.granted and (g.until is null or g.until > now()))
  select a.id, a.at, a.due_on,
    (select h.account from held h where h.account = a.owner_account limit 1),
    array(select distinct h.account from held h
      where h.account = a.by_account
        or (h.role <> 'inspector' and (h.area is null or h.area = i.area
          or h.area = any (string_to_array(i.areas, ',')))) order by 1)
  from record.inspection_action a
  join record.inspection i on i.id = a.inspection
  where (select access.has(2097152))
    and coalesce((select s.act from record.inspection_action_state s
      where s.action = a.id and s.act <> 'evidence' order by s.seq desc limit 1), '') <> 'rechecked-better'
  order by a.due_on, a.id
$$;
revoke all on function access.inspection_actions_to_notice() from public;
grant execute on function access.inspection_actions_to_notice() to heed_app;
