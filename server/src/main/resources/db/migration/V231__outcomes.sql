-- What became of crimes, as the Home Office counts it, and what stops exploiters short of a charge:
-- notices, orders, closures, each with the person or the place it is against.

create table record.crime_outcome (
  entry uuid not null,
  ordinal int not null,
  crime uuid not null,
  report uuid not null,
  case_file uuid,                        -- in which it was given; null: outside one
  seq int not null,                      -- the latest counts
  outcome text not null,                 -- of the rulebook
  code text not null,
  title text not null,
  ends text not null,                    -- charged, out-of-court, no-action, elsewhere
  reason text not null,
  given_at timestamptz not null,
  rulebook text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (crime, seq)
);
create index crime_outcome_report on record.crime_outcome (report);

create table record.measure (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  measure text not null,                 -- of the rulebook
  title text not null,
  against text not null check (against in ('person', 'place')),
  member uuid,                           -- of the case, against whom it is
  person uuid,                           -- the person of the record that this member is
  thing uuid,                            -- the place of the record
  place text,                            -- the place, as it was written
  conditions text not null,
  reference text,                        -- by which a court or the force knows it
  issued_at timestamptz not null,
  expires_at timestamptz,                -- null: until it is ended
  rulebook text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index measure_case on record.measure (case_file);
create index measure_person on record.measure (person) where person is not null;
create index measure_thing on record.measure (thing) where thing is not null;

create table record.measure_step (
  entry uuid not null,
  ordinal int not null,
  measure uuid not null,
  case_file uuid not null,
  seq int not null,
  step text not null check (step in ('breached', 'reviewed', 'ended')),
  happened_at timestamptz not null,
  says text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (measure, seq)
);
create index measure_step_case on record.measure_step (case_file);

do $$
declare
  t text;
  own text := 'by_account = (select access.me()) and entry in (select access.own_entries(65536))';
  seen text := 'exists (select 1 from record.case_file c where c.id = %1$I.case_file)';
begin
  foreach t in array array['crime_outcome', 'measure', 'measure_step'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['measure', 'measure_step'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || seen || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own || ' and ' || seen || ')', t);
    execute format('create trigger stands after insert on record.%I referencing new table as added'
      || ' for each statement execute function work.case_changes()', t);
  end loop;
  execute format('create policy see on record.crime_outcome for select to heed_app'
    || ' using (exists (select 1 from record.crime c where c.id = crime_outcome.crime))');
  execute format('create policy add on record.crime_outcome for insert to heed_app with check (' || own
    || ' and exists (select 1 from record.crime c where c.id = crime_outcome.crime and c.report = crime_outcome.report))');
end $$;

-- How far reports that were decided yes got, a row each: the step reached is the last of decided,
-- case, suspect, interviewed, charged before the first that is wanting. As whoever asks may see.
create function record.attrition(wanted text, since timestamptz, until timestamptz)
returns table (report uuid, case_file uuid, reached int, ends text)
language sql stable set search_path = pg_catalog, record as $$
  with decided as (
    select r.id
    from report r
    join report_version v on v.report = r.id and v.version = 1 and v.recorded_at >= since and v.recorded_at < until
    join lateral (select f.decision from flag f where f.report = r.id order by f.seq desc limit 1) d on d.decision = 'yes'
    where wanted = '' or r.area = wanted),
  linked as (
    select d.id, c.case_file,
      exists (select 1 from case_person p where p.case_file = c.case_file and p.role = 'suspect' and p.linked
              and not exists (select 1 from case_person l where l.member = p.member and l.seq > p.seq)) as suspect,
      exists (select 1 from case_event e where e.case_file = c.case_file and e.kind = 'suspect-interviewed'
              and e.withdraws is null
              and not exists (select 1 from case_event w where w.case_file = e.case_file and w.withdraws = e.id)) as interviewed
    from decided d
    join case_report c on c.report = d.id and c.linked
    where not exists (select 1 from case_report l
                      where l.case_file = c.case_file and l.report = c.report and l.seq > c.seq)),
  ended as (
    select d.id, o.ends
    from decided d
    join lateral (
      select n.ends from (
        select distinct on (f.crime) f.crime, f.ends from crime_outcome f where f.report = d.id
        order by f.crime, f.seq desc) n
      order by array_position(array['charged', 'out-of-court', 'elsewhere', 'no-action'], n.ends) limit 1) o on true)
  select d.id, l.case_file,
    case when l.case_file is null then 1 when not l.suspect then 2 when not l.interviewed then 3
         when coalesce(e.ends, '') <> 'charged' then 4 else 5 end,
    coalesce(e.ends, '')
  from decided d
  left join lateral (select * from linked x where x.id = d.id
                     order by x.suspect desc, x.interviewed desc, x.case_file limit 1) l on true
  left join ended e on e.id = d.id
$$;
revoke all on function record.attrition(text, timestamptz, timestamptz) from public;
grant execute on function record.attrition(text, timestamptz, timestamptz) to heed_app;

-- The same counted over everything in the asker's areas, restricted reports too: numbers and nothing else.
create function access.attrition_counted(wanted text, since timestamptz, until timestamptz)
returns table (reached int, ends text, reports bigint)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select a.reached, a.ends, count(*)
  from record.attrition(wanted, since, until) a join record.report r on r.id = a.report
  where ((select access.has(64)) or (select access.has(65536)))
    and ((select access.areas()) is null or r.area = any ((select access.areas())::text[]))
  group by 1, 2
$$;
revoke all on function access.attrition_counted(text, timestamptz, timestamptz) from public;
grant execute on function access.attrition_counted(text, timestamptz, timestamptz) to heed_app;
