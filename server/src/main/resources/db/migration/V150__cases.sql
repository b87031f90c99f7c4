-- Cases: a child, a group or a place that needs a plan; who works on it, whom and which reports it is
-- about, and the dated events that clocks run by. Rights: 65536 works on cases, 131072 supervises.

create table record.case_file (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  number text not null unique,
  kind text not null check (kind in ('child', 'group', 'place')),
  area text not null,
  subject text not null,                 -- whom or what it is for, in its opener's words
  opened_from uuid,                      -- the report whose decision led to it; null: opened for the reason alone
  reason text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_file_area on record.case_file (area, opened_at);

-- What became of a case: the latest counts.
create table record.case_state (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  seq int not null,
  act text not null check (act in ('opened', 'closure-proposed', 'closure-taken-back', 'closed', 'reopened')),
  reason text not null,
  still_open text,                       -- what was open when it was closed, in words
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, seq)
);

-- Who answers for a case: the latest counts.
create table record.case_owner (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  seq int not null,
  owner uuid,                            -- null: nobody yet
  team text not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, seq)
);
create index case_owner_owner on record.case_owner (owner);

-- A report that a case is about; a later row says that it is not.
create table record.case_report (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  report uuid not null,
  seq int not null,
  linked boolean not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, report, seq)
);
create index case_report_report on record.case_report (report);

-- Somebody whom a case is about, and as what: a person of the record, somebody a report mentions, or
-- somebody known by name alone. The latest row of a member counts.
create table record.case_person (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  member uuid not null,
  seq int not null,
  role text not null,                    -- child, sibling, child-at-risk, suspect, carer, other
  person uuid,
  mention uuid,
  name text,
  born date,
  linked boolean not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (member, seq)
);
create index case_person_case on record.case_person (case_file);
create index case_person_person on record.case_person (person);

-- Something that happened or was done in a case, by the name that standards give it.
create table record.case_event (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  of_what text,                          -- what it belongs to, such as one child of several
  reason text,                           -- why, where a clock stands still for it or it was not done
  says text not null,
  withdraws uuid,                        -- the event that this one says did not happen so
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_event_case on record.case_event (case_file);

-- Cases of a report that is closed to the asker: what is written in them would tell what the
-- restriction hides.
create function access.cases_closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    with closed as materialized (select c from access.closed_to_me() c)
    select distinct r.case_file from record.case_report r
    where r.linked and r.report in (select c from closed)
      and not exists (select 1 from record.case_report later
                      where later.case_file = r.case_file and later.report = r.report and later.seq > r.seq);
end $$;
revoke all on function access.cases_closed_to_me() from public;
grant execute on function access.cases_closed_to_me() to heed_app;

-- Who may be given a case in an area: those who hold a role that works on cases there.
create function access.caseworkers(wanted text) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct a.id, a.display_name
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant
        where role in ('investigator', 'supervisor', 'hub', 'exploitation-lead')
        order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now())
    and (g.area is null or g.area = wanted) and access.has(65536)
  order by 2, 1
$$;
revoke all on function access.caseworkers(text) from public;
grant execute on function access.caseworkers(text) to heed_app;

do $$
declare
  t text;
  own text := 'by_account = (select access.me()) and entry in (select access.own_entries(65536))';
  seen text := 'exists (select 1 from record.case_file c where c.id = %1$I.case_file)';
begin
  foreach t in array array['case_file','case_state','case_owner','case_report','case_person','case_event'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['case_state','case_owner','case_report','case_person','case_event'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || seen || ')', t);
  end loop;
  foreach t in array array['case_state','case_owner','case_person','case_event'] loop
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own || ' and ' || seen || ')', t);
  end loop;
  execute format('create policy add on record.%1$I for insert to heed_app with check (' || own || ' and ' || seen
    || ' and exists (select 1 from record.report r where r.id = %1$I.report))', 'case_report');
end $$;

create policy see on record.case_file for select to heed_app
  using ((select access.has(65536))
    and ((select access.areas()) is null or area = any ((select access.areas())::text[]))
    and id not in (select access.cases_closed_to_me()));
create policy add on record.case_file for insert to heed_app
  with check (opened_by = (select access.me()) and entry in (select access.own_entries(65536))
    and ((select access.areas()) is null or area = any ((select access.areas())::text[])));
