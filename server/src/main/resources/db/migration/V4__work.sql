-- What is not record: drafts, claims, and answers kept for a repeated request. Mutable.

create table work.draft (
  id uuid primary key,
  account uuid not null,
  form text not null,
  content text not null,
  saved_at timestamptz not null
);
create index draft_account on work.draft (account, form);

create table work.claim (
  report uuid primary key,
  account uuid not null,
  stream text not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null
);

create table work.idempotency (
  account uuid not null,
  key text not null,
  request_hash bytea not null,
  status int not null,
  body text not null,
  at timestamptz not null,
  primary key (account, key)
);

grant select, insert, update, delete on work.draft, work.claim, work.idempotency to heed_app;

alter table work.draft enable row level security;
create policy own on work.draft to heed_app using (account = (select access.me())) with check (account = (select access.me()));
alter table work.claim enable row level security;
create policy reviewers on work.claim to heed_app using ((select access.has(16))) with check (account = (select access.me()));
alter table work.idempotency enable row level security;
create policy own on work.idempotency to heed_app using (account = (select access.me())) with check (account = (select access.me()));

-- How far an import has come, so that it goes on where it stopped.
create table work.import_progress (
  file_hash bytea not null,
  mapping_hash bytea not null,
  rows_done bigint not null,
  counts text not null,
  at timestamptz not null,
  primary key (file_hash, mapping_hash)
);
grant select, insert, update, delete on work.import_progress to heed_app;
