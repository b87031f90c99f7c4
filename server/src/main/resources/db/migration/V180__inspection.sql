-- Inspection: samples of cases drawn from a recorded frame, graded by people who do not see each other's
-- grades until all are in. Right: 4194304 inspects.

create table record.inspection (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  title text not null,
  criteria text not null,                -- the set of criteria of the rulebook that is graded by
  rulebook text not null,                -- which rulebook, with its version and hash
  scale text not null,                   -- the grades from the worst to the best: id, tab, title, line end
  good_enough text not null,
  area text,                             -- null: every area of whoever planned it
  areas text,                            -- the areas whoever planned it worked in; null: every area
  since timestamptz not null,            -- cases opened from then on
  until timestamptz not null,            -- and before then
  strata_by text not null,
  known_at timestamptz not null,
  known_position bigint not null,        -- the frame is what was known then
  frame_hash text not null,
  seed text not null,
  parts text not null,                   -- who grades each case: self, first, second
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);

-- The criteria as they were when the sample was drawn.
create table record.inspection_criterion (
  entry uuid not null,
  ordinal int not null,
  inspection uuid not null,
  place int not null,
  criterion text not null,
  title text not null,
  says text not null,
  unit text not null check (unit in ('case', 'force')),
  standards text not null,               -- separated by commas
  primary key (entry, ordinal),
  unique (inspection, criterion)
);

create table record.inspection_stratum (
  entry uuid not null,
  ordinal int not null,
  inspection uuid not null,
  stratum text not null,
  population int not null,
  drawn int not null,
  primary key (entry, ordinal),
  unique (inspection, stratum)
);

create table record.inspection_case (
  entry uuid not null,
  ordinal int not null,
  inspection uuid not null,
  case_file uuid not null,
  stratum text not null,
  place int not null,                    -- in the order drawn
  primary key (entry, ordinal),
  unique (inspection, case_file)
);
create index inspection_case_case on record.inspection_case (case_file);

-- Who grades, by name and for a limited time. Nobody holds two parts of one inspection.
create table record.inspection_grader (
  entry uuid not null,
  ordinal int not null,
  inspection uuid not null,
  part text not null check (part in ('self', 'first', 'second')),
  account uuid not null,
  until timestamptz not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (inspection, account)
);
create index inspection_grader_account on record.inspection_grader (account);

-- One part's grades of one case, or of the force (no case), all given at once.
create table record.inspection_grading (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  inspection uuid not null,
  case_file uuid,
  part text not null check (part in ('self', 'first', 'second')),
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique nulls not distinct (inspection, case_file, part)
);

create table record.inspection_grade (
  entry uuid not null,
  ordinal int not null,
  grading uuid not null,
  criterion text not null,               -- overall, or one of the criteria
  grade text not null,                   -- of the inspection's scale, or cannot-tell
  reason text not null,
  primary key (entry, ordinal),
  unique (grading, criterion)
);

-- What became of a disagreement, decided in the open. The latest counts.
create table record.inspection_resolution (
  entry uuid not null,
  ordinal int not null,
  inspection uuid not null,
  case_file uuid,
  criterion text not null,
  seq int not null,
  grade text not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique nulls not distinct (inspection, case_file, criterion, seq)
);

-- A case that shows a child at continuing risk, referred back to whoever works on it.
create table record.inspection_referral (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  inspection uuid not null,
  case_file uuid not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index inspection_referral_case on record.inspection_referral (case_file);

-- What has to change. Open until a re-check by another sample says otherwise.
create table record.inspection_action (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  inspection uuid not null,
  kind text not null check (kind in ('cause-of-concern', 'recommendation', 'action')),
  says text not null,
  owner text not null,                   -- who answers for it, in words: a post more often than a name
  due_on date not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index inspection_action_inspection on record.inspection_action (inspection);

create table record.inspection_action_state (
  entry uuid not null,
  ordinal int not null,
  action uuid not null,
  seq int not null,
  act text not null check (act in ('evidence', 'rechecked-better', 'rechecked-not-better')),
  says text not null,
  recheck uuid,                          -- the inspection whose sample says so
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (action, seq)
);

-- What a grader may open: the cases drawn, their reports and people, while their time lasts.
create function access.cases_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select c.case_file from record.inspection_grader g
    join record.inspection_case c on c.inspection = g.inspection
    where g.account = access.me() and g.until > now();
end $$;
create function access.reports_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select r.report from record.case_report r
    where r.case_file in (select access.cases_to_grade()) and r.linked
      and not exists (select 1 from record.case_report later
        where later.case_file = r.case_file and later.report = r.report and later.seq > r.seq);
end $$;
create function access.people_to_grade() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select p.person from record.case_person p
    where p.case_file in (select access.cases_to_grade()) and p.person is not null;
end $$;

-- Gradings that everybody may see: of a case that every part of its inspection has graded.
create function access.gradings_open() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select g.id from record.inspection_grading g
    join record.inspection i on i.id = g.inspection
    where access.has(4194304)
      and (select count(*) from record.inspection_grading x
           where x.inspection = g.inspection and x.case_file is not distinct from g.case_file)
        >= cardinality(string_to_array(i.parts, ','));
end $$;

-- Which parts of an inspection have graded what: that alone, without a grade.
create function access.graded_so_far(wanted uuid) returns table (case_file uuid, part text)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select g.case_file, g.part from record.inspection_grading g
  where g.inspection = wanted and access.has(4194304)
$$;

-- The part that the asker has in an inspection, while their time lasts.
create function access.my_part(wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select g.part from record.inspection_grader g
  where g.inspection = wanted and g.account = access.me() and g.until > now()
$$;

-- The frame that a sample is drawn from: identifiers, codes and the team's name, as known at a position;
-- nothing that was written of anybody.
create function access.inspection_frame(known bigint, wanted text, within text[], since timestamptz, until timestamptz)
returns table (id uuid, area text, kind text, team text, grade text)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select c.id, c.area, c.kind, coalesce(o.team, ''), coalesce(g.grade, 'not-graded')
  from record.case_file c
  join ledger.leaf k on k.entry = c.entry and k.position <= known
  left join lateral (
    select f.team from record.case_owner f join ledger.leaf l on l.entry = f.entry and l.position <= known
    where f.case_file = c.id order by f.seq desc limit 1) o on true
  left join lateral (
    select f.grade from record.case_grade f join ledger.leaf l on l.entry = f.entry and l.position <= known
    where f.case_file = c.id order by f.seq desc limit 1) g on true
  where (select access.has(4194304))
    and ((select access.areas()) is null or c.area = any ((select access.areas())::text[]))
    and (within is null or c.area = any (within)) and (wanted is null or c.area = wanted)
    and c.opened_at >= since and c.opened_at < until
  order by c.id
$$;

-- Who may be named as a grader: those who hold a role that inspects.
create function access.inspectors() returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct a.id, a.display_name
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant
        where role in ('supervisor', 'exploitation-lead', 'inspector')
        order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now()) and access.has(4194304)
  order by 2, 1
$$;

do $$
declare f text;
begin
  foreach f in array array['cases_to_grade()', 'reports_to_grade()', 'people_to_grade()', 'gradings_open()',
    'graded_so_far(uuid)', 'my_part(uuid)', 'inspection_frame(bigint, text, text[], timestamptz, timestamptz)',
    'inspectors()'] loop
    execute format('revoke all on function access.%s from public', f);
    execute format('grant execute on function access.%s to heed_app', f);
  end loop;
end $$;

do $$
declare
  t text;
  own text := 'entry in (select access.own_entries(4194304))';
begin
  foreach t in array array['inspection','inspection_criterion','inspection_stratum','inspection_case',
    'inspection_grader','inspection_grading','inspection_grade','inspection_resolution',
    'inspection_referral','inspection_action','inspection_action_state'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['inspection','inspection_criterion','inspection_stratum','inspection_case',
    'inspection_grader','inspection_resolution','inspection_action','inspection_action_state'] loop
    execute format('create policy see on record.%I for select to heed_app using ((select access.has(4194304)))', t);
  end loop;
  foreach t in array array['inspection_criterion','inspection_stratum','inspection_case'] loop
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own
      || ' and exists (select 1 from record.inspection i where i.id = %1$I.inspection and i.entry = %1$I.entry))', t);
  end loop;
  foreach t in array array['inspection','inspection_grader','inspection_action','inspection_action_state'] loop
    execute format('create policy add on record.%I for insert to heed_app with check ('
      || own || ' and by_account = (select access.me()))', t);
  end loop;
end $$;

create policy see on record.inspection_grading for select to heed_app
  using ((select access.has(4194304))
    and (by_account = (select access.me()) or id in (select access.gradings_open())));
create policy add on record.inspection_grading for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and part = access.my_part(inspection)
    and (case_file is null or exists (select 1 from record.inspection_case c
      where c.inspection = inspection_grading.inspection and c.case_file = inspection_grading.case_file)));
create policy see on record.inspection_grade for select to heed_app
  using (exists (select 1 from record.inspection_grading g where g.id = inspection_grade.grading));
create policy add on record.inspection_grade for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and exists (
    select 1 from record.inspection_grading g where g.id = inspection_grade.grading and g.entry = inspection_grade.entry));
-- A disagreement is decided in sight of all grades, and of none before.
create policy add on record.inspection_resolution for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and exists (select 1 from record.inspection_grading g
      where g.inspection = inspection_resolution.inspection
        and g.case_file is not distinct from inspection_resolution.case_file
        and g.id in (select access.gradings_open())));
-- Whoever works on a case sees at once that it was referred back; another inspector when they have graded it.
create policy see on record.inspection_referral for select to heed_app
  using (exists (select 1 from record.case_file c where c.id = inspection_referral.case_file)
    and ((select access.has(65536)) or by_account = (select access.me())
      or exists (select 1 from record.inspection_grading g
        where g.inspection = inspection_referral.inspection
          and g.case_file = inspection_referral.case_file and g.by_account = (select access.me()))));
create policy add on record.inspection_referral for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and exists (select 1 from record.inspection_case c
      where c.inspection = inspection_referral.inspection and c.case_file = inspection_referral.case_file));

-- Graders read what was drawn for them, and nothing of it that is closed to them. Whoever holds no part
-- of an inspection is asked one right more and no table.
alter policy see on record.case_file
  using ((((select access.has(65536))
        and ((select access.areas()) is null or area = any ((select access.areas())::text[])))
      or ((select access.has(4194304)) and id in (select access.cases_to_grade())))
    and id not in (select access.cases_closed_to_me()));
alter policy see on record.report
  using ((((select access.has(2)) and ((select access.areas()) is null or area = any ((select access.areas())::text[])))
      or ((select access.has(4)) and agency = (select access.agency()))
      or recorded_by = (select access.me())
      or ((select access.has(4194304)) and id in (select access.reports_to_grade())))
    and id not in (select access.closed_to_me()));
alter policy see on record.person
  using (((select access.has(512)) or ((select access.has(4194304)) and id in (select access.people_to_grade())))
    and id not in (select access.people_closed_to_me()));
alter policy see on record.person_version
  using (((select access.has(512)) or ((select access.has(4194304)) and person in (select access.people_to_grade())))
    and person not in (select access.people_closed_to_me()));
alter policy see on record.missing_episode
  using (((select access.has(512)) or ((select access.has(4194304)) and person in (select access.people_to_grade())))
    and exists (select 1 from record.person p where p.id = missing_episode.person));
