-- What people decided about groups: by which definition, of whom, resting on which reports. Rights: 512
-- people and things, 32768 Heed's own program.

create table record.group_decision (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  centre uuid not null,                  -- around whom or what it was looked at
  definition text not null,
  version text not null,                 -- of the definition
  rulebook text not null,
  decision text not null check (decision in ('group', 'no-group', 'undone')),
  reason text not null,
  suspects int not null,                 -- counted when it was decided
  children int not null,
  reports int not null,                  -- that it rests on
  confirmed boolean not null,            -- held by what was confirmed alone
  decided_at timestamptz not null,
  primary key (entry, ordinal)
);

create table record.group_suspect (
  entry uuid not null,
  ordinal int not null,
  decision uuid not null,
  person uuid not null,
  primary key (entry, ordinal)
);
create index group_suspect_person on record.group_suspect (person);

create table record.group_report (
  entry uuid not null,
  ordinal int not null,
  decision uuid not null,
  report uuid not null,
  primary key (entry, ordinal)
);
create index group_report_decision on record.group_report (decision);

do $$
declare t text;
begin
  foreach t in array array['group_decision','group_suspect','group_report'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;

-- A decision is not yet to be seen while what it rests on is being written.
create function access.decides_group(decided uuid, wrote uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select exists (select 1 from record.group_decision g where g.id = decided and g.entry = wrote)
$$;
revoke all on function access.decides_group(uuid, uuid) from public;
grant execute on function access.decides_group(uuid, uuid) to heed_app;

create policy add on record.group_decision for insert to heed_app
  with check (entry in (select access.own_entries(512)));
create policy add on record.group_suspect for insert to heed_app
  with check (entry in (select access.own_entries(512))
    and access.decides_group(decision, entry)
    and exists (select 1 from record.person p where p.id = group_suspect.person));
create policy add on record.group_report for insert to heed_app
  with check (entry in (select access.own_entries(512))
    and access.decides_group(decision, entry)
    and exists (select 1 from record.report r where r.id = group_report.report));

create policy see on record.group_report for select to heed_app
  using ((select access.has(512))
    and exists (select 1 from record.report r where r.id = group_report.report));
-- Seen by whoever may see every report that it rests on: it would tell of one that is closed.
create policy see on record.group_decision for select to heed_app
  using ((select access.has(512)) and reports = (
    select count(*) from record.group_report x where x.decision = group_decision.id));
create policy see on record.group_suspect for select to heed_app
  using (exists (select 1 from record.group_decision d where d.id = group_suspect.decision));

create or replace function access.decided(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote)
      or exists (select 1 from record.mention_thing f where f.entry = wrote)
      or exists (select 1 from record.pattern_decision f where f.entry = wrote)
      or exists (select 1 from record.group_decision f where f.entry = wrote))
$$;

-- The last decision on each two people, in the order in which these were made: patterns are looked for in
-- people as they were confirmed to be.
create function access.identities_to_find()
returns table (a uuid, b uuid, verdict text, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select f.a, f.b, f.verdict, f.decided_at from record.identity_decision f
  where (select access.has(32768)) and not exists (
    select 1 from record.identity_decision n where n.a = f.a and n.b = f.b and n.seq > f.seq)
  order by f.decided_at, f.entry
$$;
revoke all on function access.identities_to_find() from public;
grant execute on function access.identities_to_find() to heed_app;
