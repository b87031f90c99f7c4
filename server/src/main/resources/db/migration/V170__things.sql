-- Places, vehicles, telephones and online accounts of which reports speak; what was said to be one;
-- and the pieces by which somebody who knows part of one finds it. Rights: 512 people and things.

-- How many things this version says it speaks of; null: it says nothing of them, and those of the
-- version before hold.
alter table record.report_version add column things int;

-- A thing as one report writes it.
create table record.thing_mention (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  report uuid not null,
  version int not null,                  -- of the report
  kind text not null,                    -- place, vehicle, phone, account
  written text not null,
  detail text,                           -- kind of place, make and colour, service
  exact text,                            -- equal where two writings are one thing; null: a part alone
  loose text,                            -- equal where they may be one
  source_key text,                       -- the source system's own key for it
  primary key (entry, ordinal)
);
create index thing_mention_report on record.thing_mention (report);
create index thing_mention_exact on record.thing_mention (exact);
create index thing_mention_loose on record.thing_mention (loose);

-- Pieces of a number, plate, name or address, compared for equality, so that finding by a part stays
-- under row security.
create table record.thing_piece (
  entry uuid not null,
  ordinal int not null,
  mention uuid not null,
  report uuid not null,
  kind text not null,
  piece text not null,
  primary key (entry, ordinal)
);
create index thing_piece_piece on record.thing_piece (piece, kind);

-- Something of the record: what mentions are said to be one of.
create table record.thing (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  kind text not null,
  label text not null,
  primary key (entry, ordinal)
);

-- A mention said by a person to be of a thing, or not to be; undone by a later row saying no. A
-- mention can also be said not to be of what another mention is of.
create table record.mention_thing (
  entry uuid not null,
  ordinal int not null,
  mention uuid not null,
  report uuid not null,
  thing uuid,
  other uuid,                            -- a mention that it was said not to be one with
  same boolean not null,
  seq int not null,
  reason text not null,
  because text,                          -- what lay before whoever said so
  primary key (entry, ordinal),
  unique (mention, seq)
);
create index mention_thing_thing on record.mention_thing (thing);
create index mention_thing_report on record.mention_thing (report);

do $$
declare t text;
begin
  foreach t in array array['thing_mention','thing_piece','thing','mention_thing'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['thing_mention','thing_piece'] loop
    execute format('create policy add on record.%1$I for insert to heed_app with check ('
      || '(entry, report) in (select n.entry, n.report from access.named_reports(1 | 2 | 16) n))', t);
  end loop;
  foreach t in array array['thing_mention','thing_piece','mention_thing'] loop
    execute format('create policy see on record.%1$I for select to heed_app using ('
      || 'exists (select 1 from record.report r where r.id = %1$I.report))', t);
  end loop;
end $$;
create policy add on record.mention_thing for insert to heed_app
  with check (entry in (select access.own_entries(1 | 512))
    and exists (select 1 from record.report r where r.id = mention_thing.report));
create policy add on record.thing for insert to heed_app
  with check (entry in (select access.own_entries(512)));
-- A thing is seen through a report that one may see.
create policy see on record.thing for select to heed_app
  using ((select access.has(512))
    and exists (select 1 from record.mention_thing l where l.thing = thing.id and l.same));

-- Who said that two things are one, and when: whoever may see the decision may know it.
create or replace function access.decided(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote)
      or exists (select 1 from record.mention_thing f where f.entry = wrote))
$$;
