-- The record: append-only facts. Each row names the ledger entry that brought it and its place there.
-- The order of columns is that of Tables in the code, which the ledger commits to.

-- A report's identity, and what decides who may see it.
create table record.report (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  source text not null,
  reference text not null,
  area text not null,
  agency text not null,
  recorded_by uuid not null,
  primary key (entry, ordinal),
  unique (source, reference)
);

create table record.report_version (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  kind text not null,                    -- crime-report, intelligence, missing-episode, referral
  route text,                            -- how it came to notice
  area text not null,
  occurred_from timestamptz,
  occurred_to timestamptz,
  reported_at timestamptz,
  recorded_at timestamptz not null,
  offence text,                          -- as the source classified it
  policing_purpose text not null,
  review_on date not null,
  grading text,                          -- intelligence: source, assessment, handling
  source_system text,                    -- labelled times of an imported record: whose clocks these are
  reason text,                           -- of a later version
  primary key (entry, ordinal),
  unique (report, version)
);

create table record.narrative (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  text text not null,
  content_hash bytea not null,           -- of everything the source sent, to know a repeat by
  primary key (entry, ordinal),
  unique (report, version)
);

-- A person as one report speaks of them. Roles belong to events.
create table record.mention (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  report uuid not null,
  role text not null,                    -- victim, suspect, witness, reporter, other
  given_name text,
  family_name text,
  date_of_birth date,
  stated_age int,
  sex text,
  ethnicity text,
  ethnicity_basis text,                  -- self-defined, officer-defined, not-stated
  nationality text,
  source_key text,                       -- the source system's own key for the person
  version int not null,                  -- of the report
  primary key (entry, ordinal)
);
create index mention_report on record.mention (report);

create table record.person (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  primary key (entry, ordinal)
);

create table record.person_version (
  entry uuid not null,
  ordinal int not null,
  person uuid not null,
  version int not null,
  given_name text,
  family_name text,
  date_of_birth date,
  birth_precision text not null,         -- day, month, year, estimated, unknown
  sex text,
  ethnicity text,
  ethnicity_basis text,
  nationality text,
  disability text,
  reason text not null,
  primary key (entry, ordinal),
  unique (person, version)
);

-- A person said by a person to be the one a mention means; undone by a later row saying no.
create table record.mention_person (
  entry uuid not null,
  ordinal int not null,
  mention uuid not null,
  report uuid not null,
  person uuid not null,
  same boolean not null,
  seq int not null,
  reason text not null,
  primary key (entry, ordinal),
  unique (mention, seq)
);
create index mention_person_person on record.mention_person (person);

-- Words to find people by, compared for equality, so that searching stays under row security.
create table record.person_token (
  entry uuid not null,
  ordinal int not null,
  person uuid not null,
  token text not null,
  primary key (entry, ordinal)
);
create index person_token_token on record.person_token (token, person);

create table record.crime (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  report uuid not null,
  victim uuid,                           -- the mention counted as victim; null: the state
  number text not null unique,
  primary key (entry, ordinal)
);
create index crime_report on record.crime (report);

create table record.crime_state (
  entry uuid not null,
  ordinal int not null,
  crime uuid not null,
  report uuid not null,
  seq int not null,
  act text not null check (act in ('recorded', 'reclassified', 'cancelled', 'reinstated')),
  offence text not null,
  counted boolean not null,              -- false: cancelled, or kept apart (N100)
  rule text not null,                    -- the counting rule and rulebook that made it so
  reason text not null,
  effective_at timestamptz not null,
  primary key (entry, ordinal),
  unique (crime, seq)
);
create index crime_state_report on record.crime_state (report);

-- A decision on exploitation, yes or no, by a person.
create table record.flag (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  crime uuid,
  seq int not null,
  flag text not null,                    -- CSE
  decision text not null check (decision in ('yes', 'no', 'need-more')),
  elements text not null,                -- JSON: element of the definition -> present, absent, not-known
  instead text,                          -- what a no is instead
  definition text not null,              -- definition and rulebook
  route text not null,                   -- officer, quality-assurance, prompt, random-review
  reason text not null,
  decided_at timestamptz not null,
  review_on date,
  primary key (entry, ordinal),
  unique (report, seq)
);

create table record.reading (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  rulebook text not null,
  ask text,                              -- decision, look, or nothing
  primary key (entry, ordinal)
);
create index reading_report on record.reading (report);

create table record.finding (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  number int not null,
  concept text not null,
  family text not null,
  start_at int not null,                 -- code points into the narrative
  end_at int not null,
  context int not null,                  -- bits: negated, possible, hypothetical, historical, reported, quoted
  subject text not null,
  cues text,                             -- start:end:kind, comma separated
  primary key (entry, ordinal)
);
create index finding_report on record.finding (report);

create table record.prompt (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  rule text not null,
  ask text not null,
  says text not null,
  because text not null,
  primary key (entry, ordinal)
);
create index prompt_report on record.prompt (report);

create table record.advice (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  start_at int not null,
  end_at int not null,
  suggest text not null,
  source text not null,
  primary key (entry, ordinal)
);
create index advice_report on record.advice (report);

create table record.restriction (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  seq int not null,
  restricted boolean not null,
  members text not null,                 -- accounts that may open it without asking, separated by commas
  reason text not null,
  primary key (entry, ordinal),
  unique (report, seq)
);

create table record.opening (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  account uuid not null,
  until timestamptz not null,
  reason text not null,
  primary key (entry, ordinal)
);
create index opening_account on record.opening (account, until);

-- A report put before a reviewer, and by what chance.
create table record.review_draw (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  version int not null,
  stream text not null,                  -- prompted, random-unflagged, random-flagged
  chance double precision not null,      -- of being drawn into this stream
  primary key (entry, ordinal)
);
create index review_draw_report on record.review_draw (report);

-- Restricted reports that the asker is no member of and has not opened with a reason.
create function access.closed_to_me() returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select r.report from record.restriction r
  where r.restricted
    and not exists (select 1 from record.restriction later where later.report = r.report and later.seq > r.seq)
    and not (access.me()::text = any (string_to_array(r.members, ',')))
    and not exists (select 1 from record.opening o
                    where o.report = r.report and o.account = access.me() and o.until > now())
$$;
revoke all on function access.closed_to_me() from public;
grant execute on function access.closed_to_me() to heed_app;

-- That a restricted report exists, for someone who might open it with a reason: no content.
create function access.restricted_report(wanted uuid) returns table (report uuid, area text)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select p.id, p.area from record.report p
  where p.id = wanted and p.id in (select access.closed_to_me())
    and access.has(2) and (access.areas() is null or p.area = any (access.areas()))
$$;
revoke all on function access.restricted_report(uuid) from public;
grant execute on function access.restricted_report(uuid) to heed_app;

-- Row security. Rights: 1 record, 2 read, 4 read own agency's, 8 pseudonymised rows.
do $$
declare t text;
begin
  foreach t in array array['report','report_version','narrative','mention','person','person_version',
    'mention_person','person_token','crime','crime_state','flag','reading','finding','prompt','advice',
    'restriction','opening','review_draw'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;

  -- Who may add facts; what they may add is the application's to check.
  foreach t in array array['report','report_version','narrative','mention','reading','finding','prompt','advice','review_draw'] loop
    execute format('create policy add on record.%I for insert to heed_app with check ((select access.has(1 | 2 | 16)))', t);
  end loop;
  foreach t in array array['person','person_version','mention_person','person_token'] loop
    execute format('create policy add on record.%I for insert to heed_app with check ((select access.has(1 | 512)))', t);
  end loop;
  foreach t in array array['crime','crime_state'] loop
    execute format('create policy add on record.%I for insert to heed_app with check ((select access.has(32)))', t);
  end loop;
  execute 'create policy add on record.flag for insert to heed_app with check ((select access.has(16)))';
  execute 'create policy add on record.restriction for insert to heed_app with check ((select access.has(256)))';
  execute 'create policy add on record.opening for insert to heed_app with check (account = (select access.me()) and (select access.has(2)))';

  -- A report is seen by those who may read its area, by its agency, and by who recorded it,
  -- unless it is closed to them.
  execute $p$create policy see on record.report for select to heed_app using (
    (((select access.has(2)) and ((select access.areas()) is null or area = any ((select access.areas())::text[])))
      or ((select access.has(4)) and agency = (select access.agency()))
      or recorded_by = (select access.me()))
    and id not in (select access.closed_to_me()))$p$;

  -- Personal content follows its report.
  foreach t in array array['narrative','mention','mention_person','restriction','advice'] loop
    execute format('create policy see on record.%I for select to heed_app using (exists (select 1 from record.report r where r.id = %I.report))', t, t);
  end loop;

  -- Rows without personal content also serve analysts, who see nothing else of the report.
  foreach t in array array['report_version','crime','crime_state','flag','reading','finding','prompt','review_draw'] loop
    execute format('create policy see on record.%I for select to heed_app using ((select access.has(8)) or exists (select 1 from record.report r where r.id = %I.report))', t, t);
  end loop;

  -- A person is seen through a report that one may see, or by those who may look people up.
  foreach t in array array['person_version','person_token'] loop
    execute format('create policy see on record.%I for select to heed_app using ((select access.has(512)))', t);
  end loop;
  execute 'create policy see on record.person for select to heed_app using ((select access.has(512)))';
  execute 'create policy see on record.opening for select to heed_app using (account = (select access.me()) or (select access.has(128)))';
end $$;
