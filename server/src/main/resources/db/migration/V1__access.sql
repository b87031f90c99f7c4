-- Who may do what. Everything else asks this schema, row by row.
--
-- Three roles connect. heed_app runs the application and owns nothing; heed_access signs people in
-- and out and is the only one that can open a session; heed_ledger settles positions. None of them
-- bypasses row security. (They are created, with their passwords, before the first migration.)

create schema access;
create schema ledger;
create schema record;
create schema work;

grant usage on schema access, ledger, record, work to heed_app, heed_access;
grant usage on schema ledger to heed_ledger;

-- Sign-in details. Mutable: a password hash is not a fact of the record.
create table access.account (
  id uuid primary key,
  name text not null,
  display_name text not null,
  agency text not null,
  password_hash text,                    -- null: a service, which nobody signs in as
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index account_name on access.account (lower(name));

-- A role given or taken back: the latest for an account, role and area counts.
create table access.role_grant (
  entry uuid not null,
  ordinal int not null,
  account uuid not null,
  seq int not null,                      -- order of an account's grants
  role text not null,
  area text,                             -- null: every area
  granted boolean not null,
  until timestamptz,                     -- null: until taken back
  reason text not null,
  primary key (entry, ordinal),
  unique (account, seq)
);

-- A signed-in person or a program. The token itself is never stored.
create table access.session (
  token_hash bytea primary key,
  account uuid not null references access.account,
  agency text not null,
  rights int not null,
  areas text[],                          -- null: every area
  kind text not null check (kind in ('browser', 'api', 'service')),
  started_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on access.session (account);
create index session_expires on access.session (expires_at);

grant select, insert, update on access.account to heed_access;
grant select, insert, update, delete on access.session to heed_access;
grant select on access.role_grant to heed_access;
grant insert, select on access.role_grant to heed_app;

-- The session of this transaction, from the token that the application set for it. Whoever does not
-- know a live token is nobody, and nobody sees no rows.
create function access.session_now() returns access.session
language sql stable security definer set search_path = pg_catalog, access as $$
  select s from access.session s
  where s.token_hash = sha256(convert_to(nullif(current_setting('heed.token', true), ''), 'UTF8'))
    and s.expires_at > now()
$$;

create function access.me() returns uuid
language sql stable security definer set search_path = pg_catalog, access as $$
  select (access.session_now()).account
$$;

create function access.agency() returns text
language sql stable security definer set search_path = pg_catalog, access as $$
  select (access.session_now()).agency
$$;

-- Every area: null. No session: no area.
create function access.areas() returns text[]
language sql stable security definer set search_path = pg_catalog, access as $$
  select case when s.account is null then '{}'::text[] else s.areas end from access.session_now() s
$$;

create function access.has(wanted int) returns boolean
language sql stable security definer set search_path = pg_catalog, access as $$
  select coalesce(((access.session_now()).rights & wanted) <> 0, false)
$$;

-- Makes the token this transaction's and tells whose it is; no row when it is not live.
create function access.enter(token text)
returns table (account uuid, name text, display_name text, agency text, rights int, areas text[], expires_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, access as $$
begin
  perform set_config('heed.token', token, true);
  return query
    select s.account, a.name, a.display_name, s.agency, s.rights, s.areas, s.expires_at
    from access.session_now() s join access.account a on a.id = s.account;
end $$;

create function access.names(accounts uuid[]) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select a.id, a.display_name from access.account a
  where a.id = any (accounts) and (access.session_now()).account is not null
$$;

revoke all on function access.session_now() from public;
revoke all on function access.me(), access.agency(), access.areas(), access.has(int), access.enter(text), access.names(uuid[]) from public;
grant execute on function access.me(), access.agency(), access.areas(), access.has(int), access.enter(text), access.names(uuid[]) to heed_app;

alter table access.role_grant enable row level security;
create policy read_grants on access.role_grant for select to heed_app
  using ((select access.has(128 | 1024)) or account = (select access.me()));
create policy give_grants on access.role_grant for insert to heed_app
  with check ((select access.has(1024)));
create policy all_grants on access.role_grant for select to heed_access using (true);
