-- Files attached to cases: the bytes are facts like any other, so that backup, export, restriction and
-- destruction reach them. Rights: 65536 works on cases.

create table record.document (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  name text not null,                    -- as given, without folders and what cannot be seen
  type text not null,                    -- by its content
  size bigint not null,
  sha256 bytea not null,
  parts int not null,
  says text not null,                    -- what it is
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index document_case on record.document (case_file);

-- Its bytes, in order, a part a row.
create table record.document_part (
  entry uuid not null,
  ordinal int not null,
  document uuid not null,
  number int not null,
  content bytea not null,
  primary key (entry, ordinal),
  unique (document, number)
);
alter table record.document_part alter column content set storage external;  -- most files are compressed already

-- What a scanner said of it: the latest counts.
create table record.document_scan (
  entry uuid not null,
  ordinal int not null,
  document uuid not null,
  seq int not null,
  outcome text not null check (outcome in ('clean', 'infected', 'waiting', 'not-scanned')),
  scanner text,                          -- the program and its signatures; null: there is none, or it did not answer
  signature text,                        -- what was found
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (document, seq)
);

-- Taken back as not belonging here, or put in again: the latest counts.
create table record.document_state (
  entry uuid not null,
  ordinal int not null,
  document uuid not null,
  seq int not null,
  act text not null check (act in ('withdrawn', 'restored')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (document, seq)
);

-- Documents whose bytes nobody gets: what a scanner warned of, and what was withdrawn.
create function access.documents_kept_back() returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select s.document from record.document_scan s
  where s.outcome = 'infected'
    and not exists (select 1 from record.document_scan l where l.document = s.document and l.seq > s.seq)
  union
  select s.document from record.document_state s
  where s.act = 'withdrawn'
    and not exists (select 1 from record.document_state l where l.document = s.document and l.seq > s.seq)
$$;
revoke all on function access.documents_kept_back() from public;
grant execute on function access.documents_kept_back() to heed_app;

do $$
declare
  t text;
  of_document text := 'exists (select 1 from record.document d where d.id = %1$I.document)';
begin
  foreach t in array array['document','document_part','document_scan','document_state'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['document_scan','document_state'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (' || of_document || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check (by_account = (select access.me())'
      || ' and entry in (select access.own_entries(65536)) and ' || of_document || ')', t);
  end loop;
end $$;
create policy see on record.document for select to heed_app
  using (exists (select 1 from record.case_file c where c.id = document.case_file));
create policy add on record.document for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(65536))
    and exists (select 1 from record.case_file c where c.id = document.case_file));
create policy see on record.document_part for select to heed_app
  using (exists (select 1 from record.document d where d.id = document_part.document)
    and document not in (select access.documents_kept_back()));
create policy add on record.document_part for insert to heed_app
  with check (entry in (select access.own_entries(65536))
    and exists (select 1 from record.document d where d.id = document_part.document and d.entry = document_part.entry));
