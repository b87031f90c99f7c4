-- A case closed by itself to all but its members, and opened again or with a reason. Rights: 256 restricts,
-- 65536 works on cases, 128 audits, 2097152 Heed's own programs, which tell of every case's deadlines.

create table record.case_restriction (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  seq int not null,
  restricted boolean not null,
  members text not null,                 -- accounts, with commas between
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, seq)
);

create table record.case_opening (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  account uuid not null,
  until timestamptz not null,
  reason text not null,
  primary key (entry, ordinal)
);
create index case_opening_account on record.case_opening (account, until);

-- Restricted cases that somebody is no member of and has not opened with a reason; only for functions here.
create function access.cases_closed_to(asker uuid) returns setof uuid
language sql stable as $$
  select r.case_file from record.case_restriction r
  where r.restricted
    and not exists (select 1 from record.case_restriction later
                    where later.case_file = r.case_file and later.seq > r.seq)
    and not coalesce(asker::text = any (string_to_array(r.members, ',')), false)
    and not exists (select 1 from record.case_opening o
                    where o.case_file = r.case_file and o.account = asker and o.until > now())
$$;
revoke all on function access.cases_closed_to(uuid) from public;

-- Besides those of closed reports, those that are closed themselves.
create or replace function access.cases_closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query
    with closed as materialized (select c from access.closed_to_me() c)
    select distinct r.case_file from record.case_report r
    where r.linked and r.report in (select c from closed)
      and not exists (select 1 from record.case_report later
                      where later.case_file = r.case_file and later.report = r.report and later.seq > r.seq);
  if not access.has(2097152) then
    return query select c from access.cases_closed_to(asker) c;
  end if;
end $$;

-- Whether a case of the asker's areas is restricted and closed to them: that it is there may be known,
-- so that it can be opened with a reason.
create function access.restricted_case(wanted uuid) returns table (case_file uuid)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query select f.id from record.case_file f
    where f.id = wanted and f.id in (select c from access.cases_closed_to(asker) c)
      and access.has(65536) and (access.areas() is null or f.area = any (access.areas()));
end $$;
revoke all on function access.restricted_case(uuid) from public;
grant execute on function access.restricted_case(uuid) to heed_app;

alter table record.case_restriction enable row level security;
alter table record.case_opening enable row level security;
grant select, insert on record.case_restriction, record.case_opening to heed_app;
create policy see on record.case_restriction for select to heed_app
  using (exists (select 1 from record.case_file c where c.id = case_restriction.case_file));
create policy add on record.case_restriction for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(256))
    and (select access.has(65536))
    and exists (select 1 from record.case_file c where c.id = case_restriction.case_file));
create policy see on record.case_opening for select to heed_app
  using (account = (select access.me()) or (select access.has(128)));
create policy add on record.case_opening for insert to heed_app
  with check (account = (select access.me()) and entry in (select access.own_entries(65536))
    and exists (select 1 from access.restricted_case(case_opening.case_file)));
