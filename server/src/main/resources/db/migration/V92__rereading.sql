-- Re-reading the archive under a rulebook, what it would change, and who looks at a child newly
-- prompted. Rights: 16 review, 64 figures, 16384 re-read.

-- A reading made by a re-read, under a rulebook that was not in force: null as recorded or amended.
alter table record.reading add column reread uuid;

create table record.reread (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  rulebook text not null,                -- read by
  in_force text not null,                -- the rulebook in force then
  from_day date,                         -- of recording; null: from the first
  to_day date,
  known bigint not null,                 -- the last position of the ledger whose narratives were read
  reports bigint not null,               -- read
  newly bigint not null,
  no_longer bigint not null,
  changed bigint not null,
  withheld bigint not null,              -- reports closed to who asked, which were not read
  primary key (entry, ordinal)
);

create table record.reread_count (
  entry uuid not null,
  ordinal int not null,
  reread uuid not null,
  area text not null,
  year int not null,                     -- of recording
  reports bigint not null,
  asked_before bigint not null,
  asked_after bigint not null,
  newly bigint not null,
  no_longer bigint not null,
  changed bigint not null,
  primary key (entry, ordinal)
);
create index reread_count_reread on record.reread_count (reread);

-- A report that somebody has to look at by a moment. The latest about a report counts.
create table record.triage (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  seq int not null,
  reread uuid not null,
  rulebook text not null,
  ask text not null,
  owner uuid,                            -- null: nobody supervises the area
  due_at timestamptz not null,
  primary key (entry, ordinal),
  unique (report, seq)
);
create index triage_owner on record.triage (owner, due_at);

do $$
declare
  t text;
  own text := 'exists (select 1 from ledger.entry e where e.id = %1$I.entry'
    || ' and e.actor = (select access.me()) and e.tx = pg_current_xact_id())';
  seen text := 'exists (select 1 from record.report r where r.id = %1$I.report)';
begin
  foreach t in array array['reread','reread_count','triage'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['reread','reread_count'] loop
    execute format('create policy add on record.%1$I for insert to heed_app with check ((select access.has(16384)) and ' || own || ')', t);
  end loop;
  execute format('create policy add on record.%1$I for insert to heed_app with check ((select access.has(16 | 16384)) and ' || own || ' and ' || seen || ')', 'triage');
  execute format('create policy see on record.%1$I for select to heed_app using (' || seen || ')', 'triage');
end $$;

create policy see on record.reread for select to heed_app
  using ((select access.has(64 | 16384)));
create policy see on record.reread_count for select to heed_app
  using ((select access.has(64 | 16384))
    and ((select access.areas()) is null or area = any ((select access.areas())::text[])));

-- Figures leave readings of a re-read out: they count what a rulebook in force prompted.
create or replace view counted.reading with (security_barrier) as
  select entry, ordinal, report, version, rulebook, ask, reread
  from record.reading f
  where (select access.has(8)) and f.reread is null;

-- Who answers for an area: its own supervisor before one for every area, the least burdened first.
create function access.supervisor_of(wanted text) returns uuid
language sql stable security definer set search_path = pg_catalog, access, record as $$
  select g.account from (
    select distinct on (account, area) account, area, granted, until
    from access.role_grant where role = 'supervisor'
    order by account, area, seq desc) g
  where g.granted and (g.until is null or g.until > now())
    and (g.area is null or g.area = wanted) and access.has(16 | 16384)
  order by (g.area is null),
    (select count(*) from record.triage t where t.owner = g.account
      and not exists (select 1 from record.triage later where later.report = t.report and later.seq > t.seq)),
    g.account
  limit 1
$$;
revoke all on function access.supervisor_of(text) from public;
grant execute on function access.supervisor_of(text) to heed_app;

-- Which narratives of these positions are closed to the asker: identifiers, so that the archive takes
-- them once they are open.
create function access.narratives_closed(after bigint, upto bigint)
returns table (report uuid, "position" bigint)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select n.report, k.position
  from (select c from access.closed_to_me() c) closed
  join record.narrative n on n.report = closed.c
  join ledger.leaf k on k.entry = n.entry
  where k.position > after and k.position <= upto and (select access.has(2))
$$;
revoke all on function access.narratives_closed(bigint, bigint) from public;
grant execute on function access.narratives_closed(bigint, bigint) to heed_app;

-- Positions up to one whose narrative was destroyed, so that every copy of it goes too.
create function access.narratives_destroyed(upto bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select distinct k.position
  from ledger.destroyed d
  join ledger.leaf k on k.entry = d.entry and k.position <= upto
  join ledger.entry e on e.id = d.entry and e.kind in ('report.recorded', 'report.amended')
  where not exists (select 1 from record.narrative n where n.entry = d.entry)
    and (select access.has(2))
$$;
revoke all on function access.narratives_destroyed(bigint) from public;
grant execute on function access.narratives_destroyed(bigint) to heed_app;

-- How many reports of the asker's areas are closed to them: a number, nothing else.
create function access.closed_in_my_areas() returns bigint
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select count(*) from record.report r
  where r.id in (select access.closed_to_me()) and (select access.has(2))
    and ((select access.areas()) is null or r.area = any ((select access.areas())::text[]))
$$;
revoke all on function access.closed_in_my_areas() from public;
grant execute on function access.closed_in_my_areas() to heed_app;
