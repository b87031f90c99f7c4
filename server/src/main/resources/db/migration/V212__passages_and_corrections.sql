-- Passages of the record that a grade rests on, and corrections of grades by who gave them. What was given
-- first stays; the latest correction counts, and agreement is told by what was given before others' grades opened.
create table record.inspection_passage (
  entry uuid not null,
  ordinal int not null,
  grading uuid not null,
  criterion text not null,
  place int not null,
  record uuid not null,                  -- the report whose words they are, or the case
  source text not null,                  -- where in it, in words
  start_at int not null,                 -- code points of that text
  end_at int not null,
  quote text not null,
  primary key (entry, ordinal),
  unique (grading, criterion, place)
);

create table record.inspection_correction (
  entry uuid not null,
  ordinal int not null,
  grading uuid not null,
  criterion text not null,
  seq int not null,
  grade text not null,
  reason text not null,                  -- what the grade rests on now
  why text not null,                     -- why it was corrected
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (grading, criterion, seq)
);

alter table record.inspection_passage enable row level security;
alter table record.inspection_correction enable row level security;
grant select, insert on record.inspection_passage, record.inspection_correction to heed_app;
create policy see on record.inspection_passage for select to heed_app
  using (exists (select 1 from record.inspection_grading g where g.id = inspection_passage.grading));
create policy add on record.inspection_passage for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and exists (
    select 1 from record.inspection_grading g where g.id = inspection_passage.grading and g.entry = inspection_passage.entry));
create policy see on record.inspection_correction for select to heed_app
  using (exists (select 1 from record.inspection_grading g where g.id = inspection_correction.grading));
create policy add on record.inspection_correction for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me()) and exists (
    select 1 from record.inspection_grading g
    where g.id = inspection_correction.grading and g.by_account = (select access.me())
      and g.part = access.my_part(g.inspection)));
