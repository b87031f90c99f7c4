-- Notices: that something in a case is due soon, due now or past its time, to whom it was said and
-- when. They name a case by its number and nothing else. Right: 2097152, Heed's own program alone.

create table record.notice (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  number text not null,                  -- the case's, for people
  about text not null,                   -- which clock or action, by identifiers alone
  stage text not null,                   -- nears, now, past
  due_at timestamptz not null,
  account uuid not null,                 -- to whom
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, about, due_at, stage, account)
);
create index notice_account on record.notice (account, at desc);

alter table record.notice enable row level security;
grant select, insert on record.notice to heed_app;
create policy see on record.notice for select to heed_app
  using (account = (select access.me()) or (select access.has(2097152)));
create policy add on record.notice for insert to heed_app
  with check (entry in (select access.own_entries(2097152)));

-- Which of somebody's notices they have opened: theirs to say and nobody else's to see.
create table work.notice_opened (
  notice uuid not null,
  account uuid not null,
  at timestamptz not null default now(),
  primary key (notice, account)
);
alter table work.notice_opened enable row level security;
grant select, insert on work.notice_opened to heed_app;
create policy own on work.notice_opened to heed_app
  using (account = (select access.me())) with check (account = (select access.me()));

-- Which notices went out by e-mail, and how often that failed.
create table work.notice_mail (
  notice uuid primary key,
  tries int not null,
  sent_at timestamptz
);
alter table work.notice_mail enable row level security;
grant select, insert, update on work.notice_mail to heed_app;
create policy program on work.notice_mail to heed_app
  using ((select access.has(2097152))) with check ((select access.has(2097152)));

-- How somebody is reached outside Heed. Mutable, as sign-in details are; a password for a calendar is
-- not one that signs in.
create table access.reach (
  account uuid primary key references access.account,
  email text,
  calendar_hash text
);
grant select, insert, update on access.reach to heed_access;

-- To whom what is past its time in an area is said besides whoever answers for it.
create function access.supervisors(wanted text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct g.account
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant where role in ('supervisor', 'exploitation-lead')
        order by account, role, area, seq desc) g
  where g.granted and (g.until is null or g.until > now())
    and (g.area is null or g.area = wanted) and access.has(2097152)
$$;
revoke all on function access.supervisors(text) from public;
grant execute on function access.supervisors(text) to heed_app;

-- The program that gives notices works out the clocks of every case, those about restricted reports
-- too: it shows nothing to anybody, and a deadline that nobody is told of would be missed.
create or replace function access.closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  if not access.has(2097152) then
    return query select c from access.closed_to(asker) c;
  end if;
end $$;
