-- What leaves Heed on paper: packs and schedules, kept as they were made, and what was decided for them.
-- Rights: 65536 works on cases.

create table record.paper (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  kind text not null,                    -- pack, unused, sensitive, held
  case_file uuid,                        -- one of the two
  person uuid,
  title text not null,
  purpose text not null,
  known bigint,                          -- the last position of the ledger it tells of; null: as things were when it was made
  items int not null,
  gaps int not null,                     -- how many redactions are burnt into it
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  check (num_nonnulls(case_file, person) = 1)
);
create index paper_case on record.paper (case_file);
create index paper_person on record.paper (person);

create table record.paper_file (
  entry uuid not null,
  ordinal int not null,
  paper uuid not null,
  name text not null,
  media text not null,
  sha256 bytea not null,
  content bytea not null,
  primary key (entry, ordinal),
  unique (paper, name)
);

-- What was left out of one: where and why, never what.
create table record.paper_gap (
  entry uuid not null,
  ordinal int not null,
  paper uuid not null,
  number int not null,
  place text not null,
  reason text not null,
  primary key (entry, ordinal),
  unique (paper, number)
);

-- The number that something has on a schedule of a case, from the first that it stood on.
create table record.disclosure_item (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  schedule text not null,                -- unused, sensitive: each counts for itself, so that neither tells of the other
  number int not null,
  item text not null,                    -- what it is, by identifiers
  paper uuid not null,                   -- the first it stood on
  primary key (entry, ordinal),
  unique (case_file, schedule, number),
  unique (case_file, schedule, item)
);

-- Whether something is sensitive: the latest counts, and what nobody decided on is not.
create table record.disclosure_decision (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  item text not null,
  seq int not null,
  sensitive boolean not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, item, seq)
);

do $$
declare
  t text;
  of_case text := 'exists (select 1 from record.case_file c where c.id = %1$I.case_file)';
  of_paper text := 'exists (select 1 from record.paper p where p.id = %1$I.paper)';
begin
  foreach t in array array['paper','paper_file','paper_gap','disclosure_item','disclosure_decision'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['paper_file','paper_gap'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || of_paper || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check ('
      || 'entry in (select access.own_entries(null)) and '
      || 'exists (select 1 from record.paper p where p.id = %1$I.paper and p.entry = %1$I.entry))', t);
  end loop;
  foreach t in array array['disclosure_item','disclosure_decision'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || of_case || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app'
      || ' with check (entry in (select access.own_entries(65536)) and ' || of_case || ')', t);
  end loop;
end $$;
create policy see on record.paper for select to heed_app
  using (exists (select 1 from record.case_file c where c.id = paper.case_file));
create policy add on record.paper for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(65536))
    and exists (select 1 from record.case_file c where c.id = paper.case_file));
