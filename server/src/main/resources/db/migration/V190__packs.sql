-- Packs: what a person decided to show of a case to agencies outside the force, as they see it, until
-- it is recalled. Rights: 65536 works on cases, 1048576 sees what is shared with one's agency.

create table record.pack (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  meeting uuid,                          -- the meeting whose pack it is; null: for another reason
  purpose text not null,
  basis text not null,                   -- what makes sharing lawful
  basis_reason text not null,
  conditions text not null,              -- how it has to be handled
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index pack_case on record.pack (case_file);

create table record.pack_agency (
  entry uuid not null,
  ordinal int not null,
  pack uuid not null,
  agency text not null,
  primary key (entry, ordinal),
  unique (pack, agency)
);
create index pack_agency_agency on record.pack_agency (agency);

-- One thing in it, with what was left out already gone.
create table record.pack_item (
  entry uuid not null,
  ordinal int not null,
  pack uuid not null,
  number int not null,
  happened_at timestamptz not null,
  text text not null,
  source text not null,                  -- where it stands in the record, in words
  left_out int not null,                 -- how many sentences were left out
  primary key (entry, ordinal),
  unique (pack, number)
);

create table record.pack_step (
  entry uuid not null,
  ordinal int not null,
  pack uuid not null,
  seq int not null,
  step text not null,                    -- received, recalled
  agency text,                           -- of a receipt: whose
  says text,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (pack, seq)
);

-- The packs shared with the asker's agency. What is in one is shown once the agency said that it keeps
-- to the conditions, and not after it was recalled.
create function access.packs_for_me() returns table (pack uuid, shown boolean)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(1048576) then
    return query
      select a.pack,
        exists (select 1 from record.pack_step s
          where s.pack = a.pack and s.step = 'received' and s.agency = a.agency)
        and not exists (select 1 from record.pack_step s where s.pack = a.pack and s.step = 'recalled')
      from record.pack_agency a
      where a.agency = access.agency();
  end if;
end $$;
revoke all on function access.packs_for_me() from public;
grant execute on function access.packs_for_me() to heed_app;

do $$
declare
  t text;
  of_case text := 'exists (select 1 from record.pack p join record.case_file c on c.id = p.case_file where p.id = %1$I.pack)';
begin
  foreach t in array array['pack','pack_agency','pack_item','pack_step'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['pack_agency','pack_step'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || of_case
      || ' or pack in (select m.pack from access.packs_for_me() m))', t);
  end loop;
  execute format('create policy see on record.%1$I for select to heed_app using (' || of_case
    || ' or pack in (select m.pack from access.packs_for_me() m where m.shown))', 'pack_item');
  foreach t in array array['pack_agency','pack_item'] loop
    execute format('create policy add on record.%1$I for insert to heed_app'
      || ' with check (entry in (select access.own_entries(65536)) and ' || of_case || ')', t);
  end loop;
  execute format('create policy add on record.%1$I for insert to heed_app with check (by_account = (select access.me()) and ('
    || '(step = ''recalled'' and entry in (select access.own_entries(65536)) and ' || of_case || ')'
    || ' or (step = ''received'' and agency = (select access.agency()) and entry in (select access.own_entries(1048576))'
    || ' and pack in (select m.pack from access.packs_for_me() m))))', 'pack_step');
end $$;
create policy see on record.pack for select to heed_app
  using (exists (select 1 from record.case_file c where c.id = pack.case_file)
    or id in (select m.pack from access.packs_for_me() m));
create policy add on record.pack for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(65536))
    and exists (select 1 from record.case_file c where c.id = pack.case_file));
