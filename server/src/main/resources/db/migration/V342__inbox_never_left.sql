-- A message always has somebody: owners whose role ended pass it on, one of an area that nobody handles is
-- everybody's, and so is one that nobody owns; those who lead the work against exploitation own messages too.
-- Closing a flood is undone by opening again. Notices tell of messages and of missing episodes. What was told
-- is read on the report, with the safe way to make contact.

create index message_area on record.message (area);
create index message_step_owner on record.message_step (owner) where step in ('owned', 'taken', 'handed-over');

-- Who may handle messages of an area (null: of no area that is known); of an area that nobody handles, all who
-- handle messages.
create or replace function access.handlers(wanted text)
returns table (account uuid, name text, display_name text, role text, area text)
language sql stable security definer set search_path = pg_catalog, access as $$
  with held as materialized (
    select a.id, a.name, a.display_name, g.role, g.area
    from (
      select distinct on (account, role, area) account, role, area, granted, until
      from access.role_grant where role in ('hub', 'supervisor', 'exploitation-lead')
      order by account, role, area, seq desc) g
    join access.account a on a.id = g.account
    where g.granted and (g.until is null or g.until > now())
      and (select access.has(262144 | 524288 | 2097152)))
  select h.* from held h
  where wanted is null or h.area is null or h.area = wanted
    or not exists (select 1 from held o where o.area is null or o.area = wanted)
$$;

create or replace function access.on_duty(wanted text, duty text) returns uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select h.account from access.handlers(wanted) h
  order by (lower(h.name) is distinct from lower(duty)),
    array_position(array['hub', 'supervisor', 'exploitation-lead'], h.role), (h.area is null),
    (select count(*) from record.message_step s where s.owner = h.account
       and s.step in ('owned', 'taken', 'handed-over') and not exists (
       select 1 from record.message_step later where later.message = s.message
         and later.seq > s.seq and (later.owner is not null or later.step in ('reported', 'joined', 'closed')))),
    h.account
  limit 1
$$;

-- Whether a message waits: nothing was decided, or what closed it was undone.
create function record.message_waits(wanted uuid) returns boolean
language sql stable set search_path = pg_catalog, record as $$
  select coalesce((select s.step from record.message_step s where s.message = wanted
    and s.step in ('reported', 'joined', 'closed', 'reopened') order by s.seq desc limit 1), 'reopened') = 'reopened'
$$;

revoke all on function record.message_waits(uuid) from public;

create or replace function access.messages_unread(moment timestamptz)
returns table (unread bigint, overdue bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select count(*), count(*) filter (where m.due_at is null or m.due_at < moment), min(m.received_at)
  from record.message m
  where (select access.has(524288)) and not exists (
    select 1 from record.message_step s where s.message = m.id and s.step = 'opened')
    and record.message_waits(m.id)
$$;

-- Messages seen whatever their area: the asker's own, those that nobody owns, and those of areas that nobody
-- handles. Planned once for a connection.
create function access.messages_for_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query
    select s.message from record.message_step s
    where s.owner = asker and s.step in ('owned', 'taken', 'handed-over')
      and not exists (select 1 from record.message_step l where l.message = s.message and l.seq > s.seq
        and l.step in ('owned', 'taken', 'handed-over'));
  return query
    select s.message from record.message_step s
    where s.owner is null and s.step in ('owned', 'taken', 'handed-over')
      and not exists (select 1 from record.message_step l where l.message = s.message and l.seq > s.seq
        and l.step in ('owned', 'taken', 'handed-over'));
  return query
    with recursive areas as (
      (select m.area from record.message m where m.area is not null order by m.area limit 1)
      union all
      select (select m.area from record.message m where m.area > a.area order by m.area limit 1)
      from areas a where a.area is not null)
    select m.id from record.message m where m.area in (
      select a.area from areas a where a.area is not null and not exists (
        select 1 from access.handlers(a.area) h where h.area is null or h.area = a.area));
end $$;

alter policy see on record.message using ((select access.has(262144))
  and (area is null or (select access.areas()) is null or area = any ((select access.areas())::text[])
    or id in (select access.messages_for_me())));

-- Messages that wait for an owner who handles messages: for the program that takes messages in.
create function access.messages_without_owner()
returns table (message uuid, area text, seq int)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  with waiting as (
    select m.id, m.area,
      (select s.owner from record.message_step s where s.message = m.id
        and s.step in ('owned', 'taken', 'handed-over') order by s.seq desc limit 1) as owner,
      (select max(s.seq) from record.message_step s where s.message = m.id) as seq
    from record.message m
    where (select access.has(524288)) and record.message_waits(m.id))
  select w.id, w.area, w.seq from waiting w
  where not exists (select 1 from access.handlers(w.area) h where h.account = w.owner)
    and exists (select 1 from access.handlers(w.area))
  order by w.id
$$;

-- Messages that nobody has opened, by reference: for the program that gives notices.
create function access.messages_to_notice()
returns table (id uuid, reference text, owner uuid, received_at timestamptz, due_at timestamptz, area text)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select m.id, m.reference,
    (select s.owner from record.message_step s where s.message = m.id
      and s.step in ('owned', 'taken', 'handed-over') order by s.seq desc limit 1),
    m.received_at, m.due_at, m.area
  from record.message m
  where (select access.has(2097152)) and m.due_at is not null and record.message_waits(m.id)
    and not exists (select 1 from record.message_step s where s.message = m.id and s.step = 'opened')
$$;

do $$
declare f text;
begin
  foreach f in array array['access.messages_for_me()', 'access.messages_without_owner()',
    'access.messages_to_notice()'] loop
    execute 'revoke all on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to heed_app';
  end loop;
end $$;

alter table record.notice add column message uuid;   -- instead of a case or a request
alter table record.notice add column episode uuid;   -- likewise
alter table record.notice drop constraint notice_of_one;
alter table record.notice add constraint notice_of_one
  check (num_nonnulls(case_file, request, message, episode) = 1);
create unique index notice_message on record.notice (message, due_at, stage, account) where message is not null;
create unique index notice_episode on record.notice (episode, about, due_at, stage, account) where episode is not null;

-- The safe way to make contact with whoever told, on the reports that were made of what they told or that it
-- belongs to: whoever may read the report reads it.
create table record.report_contact (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  message uuid not null,
  reference text not null,               -- the message's
  told uuid not null,                    -- the report that has its words
  contact_how text not null,
  contact_to text,
  contact_when text,
  contact_care text,
  at timestamptz not null,               -- when it was told
  primary key (entry, ordinal)
);
create index report_contact_report on record.report_contact (report);
alter table record.report_contact enable row level security;
grant select, insert on record.report_contact to heed_app;
create policy see on record.report_contact for select to heed_app
  using ((select access.sees_decisions())
    and exists (select 1 from record.report r where r.id = report_contact.report));
create policy add on record.report_contact for insert to heed_app
  with check (entry in (select access.own_entries(262144))
    and exists (select 1 from record.report r where r.id = report_contact.report)
    and exists (select 1 from record.message m where m.id = report_contact.message));

-- It goes with the report.
do $$
declare
  said text := pg_get_functiondef('record.rows_of_report(uuid)'::regprocedure);
  was text := 'union all select ''message'', f.entry, f.ordinal from record.message f';
begin
  if position(was in said) = 0 then
    raise exception 'what goes with a report is not as it was';
  end if;
  execute replace(said, was, 'union all select ''report_contact'', f.entry, f.ordinal from record.report_contact f'
    || ' where wanted in (f.report, f.told) ' || was);
end $$;
