-- A tie: what the source of a network file says of two people whom it names, such as that they know each other. It is
-- said of two mentions and joins nobody. Right: 2048 imports.
create table record.tie (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  mention uuid not null,
  report uuid not null,                  -- that the mention is of
  other uuid not null,                   -- mention
  other_report uuid not null,
  says text not null,                    -- as the file has it
  confirmed boolean not null,            -- as the file has it
  source text not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (mention, other, says)
);
create index tie_report on record.tie (report);
create index tie_other_report on record.tie (other_report);

alter table record.tie enable row level security;
grant select, insert on record.tie to heed_app;
create policy see on record.tie for select to heed_app
  using (exists (select 1 from record.report r where r.id = tie.report)
    and exists (select 1 from record.report r where r.id = tie.other_report));
create policy add on record.tie for insert to heed_app
  with check (entry in (select access.own_entries(2048))
    and exists (select 1 from record.mention m where m.id = tie.mention and m.report = tie.report)
    and exists (select 1 from record.mention m where m.id = tie.other and m.report = tie.other_report));
