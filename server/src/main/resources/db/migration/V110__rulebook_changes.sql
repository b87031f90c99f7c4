-- How the rulebook changes: proposed by a lead, assured by the registrar, adopted by two people.

create table record.rulebook_change (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  base text not null,                    -- the rulebook in force then
  rulebook text not null,                -- what it would be, by its full name
  in_force date not null,
  title text not null,
  why text not null,
  files bytea not null,                  -- all its files, one archive
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (entry, ordinal)
);

create table record.rulebook_decision (
  entry uuid not null,
  ordinal int not null,
  change uuid not null,
  step text not null check (step in ('assured', 'declined', 'adopted')),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (entry, ordinal),
  unique (change, step, decided_by)
);

grant select, insert on record.rulebook_change, record.rulebook_decision to heed_app;
alter table record.rulebook_change enable row level security;
alter table record.rulebook_decision enable row level security;

-- Nothing of it is personal: whoever is signed in may know by which rules they work.
-- Rights: 4096 answer for counting and the rulebook, 8192 propose.
create policy see on record.rulebook_change for select to heed_app
  using ((select access.me()) is not null);
create policy see on record.rulebook_decision for select to heed_app
  using ((select access.me()) is not null);
create policy add on record.rulebook_change for insert to heed_app
  with check ((select access.has(8192)) and proposed_by = (select access.me())
    and exists (select 1 from ledger.entry e
      where e.id = rulebook_change.entry and e.actor = (select access.me())
        and e.tx = pg_current_xact_id()));

-- A policy cannot ask its own table.
create function access.rulebook_assured(wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record as $$
  select exists (select 1 from rulebook_decision where change = wanted and step = 'assured')
$$;
revoke all on function access.rulebook_assured(uuid) from public;
grant execute on function access.rulebook_assured(uuid) to heed_app;

-- The registrar's own proposal is not theirs to assure, and only what is assured is adopted.
create policy add on record.rulebook_decision for insert to heed_app
  with check (decided_by = (select access.me())
    and exists (select 1 from record.rulebook_change c
      where c.id = rulebook_decision.change
        and case step when 'adopted' then true else c.proposed_by <> (select access.me()) end)
    and case step
      when 'adopted' then (select access.has(4096 | 8192))
        and access.rulebook_assured(change)
      else (select access.has(4096)) end
    and exists (select 1 from ledger.entry e
      where e.id = rulebook_decision.entry and e.actor = (select access.me())
        and e.tx = pg_current_xact_id()));

-- What two people have adopted and whose day has come: asked at a start, when nobody is signed in.
create function access.rulebook_adopted(today date)
returns table (rulebook text, in_force date, files bytea)
language sql stable security definer set search_path = pg_catalog, record as $$
  select c.rulebook, c.in_force, c.files
  from rulebook_change c
  join rulebook_decision d on d.change = c.id and d.step = 'adopted'
  where c.in_force <= today
  group by c.id, c.rulebook, c.in_force, c.files
  having count(distinct d.decided_by) >= 2
  order by c.in_force desc, max(d.decided_at) desc
  limit 1
$$;
revoke all on function access.rulebook_adopted(date) from public;
grant execute on function access.rulebook_adopted(date) to heed_access;
