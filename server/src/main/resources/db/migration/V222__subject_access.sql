-- Somebody asks what is held about them: the request, what was decided of each thing, who agreed and
-- what was given. Right: 33554432 answers such requests.

create table record.subject_request (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  person uuid not null,
  law text not null check (law in ('general', 'law-enforcement')),
  received_on date not null,
  says text not null,                    -- how they asked, and how it is known that it is them
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index subject_request_person on record.subject_request (person);

-- What is given of something that is held: the latest counts.
create table record.subject_decision (
  entry uuid not null,
  ordinal int not null,
  request uuid not null,
  item text not null,                    -- what it is, by identifiers
  seq int not null,
  choice text not null check (choice in ('names-redacted', 'whole', 'withheld')),
  exemption text,                        -- by which words of which law something is kept back
  words text,                            -- further words that go, one a line
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (request, item, seq)
);

create table record.subject_step (
  entry uuid not null,
  ordinal int not null,
  request uuid not null,
  seq int not null,
  step text not null check (step in ('agreed', 'released')),
  paper uuid,                            -- of a release: what was given
  says text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (request, seq)
);

do $$
declare
  t text;
  own text := '(select access.has(33554432)) and entry in (select access.own_entries(33554432)) and by_account = (select access.me())';
begin
  foreach t in array array['subject_request','subject_decision','subject_step'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['subject_decision','subject_step'] loop
    execute format('create policy see on record.%1$I for select to heed_app using ('
      || 'exists (select 1 from record.subject_request r where r.id = %1$I.request))', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own
      || ' and exists (select 1 from record.subject_request r where r.id = %1$I.request))', t);
  end loop;
  execute 'create policy see on record.subject_request for select to heed_app using ((select access.has(33554432))'
    || ' and exists (select 1 from record.person p where p.id = subject_request.person))';
  execute 'create policy add on record.subject_request for insert to heed_app with check (' || own
    || ' and exists (select 1 from record.person p where p.id = subject_request.person))';
end $$;

-- What was given about a person is for those who answer such requests.
alter policy see on record.paper using (
  exists (select 1 from record.case_file c where c.id = paper.case_file)
  or ((select access.has(33554432)) and exists (select 1 from record.person p where p.id = paper.person)));
alter policy add on record.paper with check (by_account = (select access.me()) and (
  (entry in (select access.own_entries(65536))
    and exists (select 1 from record.case_file c where c.id = paper.case_file))
  or (entry in (select access.own_entries(33554432))
    and exists (select 1 from record.person p where p.id = paper.person))));
