-- Who is asking, asked by every statement under row security. In PL/pgSQL, whose queries are planned
-- once for a connection; a function in SQL was planned anew by each statement that called it, which
-- cost more than the statements themselves.

create or replace function access.session_now() returns access.session
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  token text := nullif(current_setting('heed.token', true), '');
  found access.session;
begin
  if token is not null then
    select s.* into found from access.session s
    where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.expires_at > now();
  end if;
  return found;
end $$;

create or replace function access.me() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  s access.session := access.session_now();
begin
  return s.account;
end $$;

create or replace function access.agency() returns text
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  s access.session := access.session_now();
begin
  return s.agency;
end $$;

-- Every area: null. No session: no area.
create or replace function access.areas() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  s access.session := access.session_now();
begin
  return case when s.account is null then '{}'::text[] else s.areas end;
end $$;

create or replace function access.has(wanted int) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  s access.session := access.session_now();
begin
  return coalesce((s.rights & wanted) <> 0, false);
end $$;

-- Restricted reports that the asker is no member of and has not opened with a reason.
create or replace function access.closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query
    select r.report from record.restriction r
    where r.restricted
      and not exists (select 1 from record.restriction later where later.report = r.report and later.seq > r.seq)
      and not coalesce(asker::text = any (string_to_array(r.members, ',')), false)
      and not exists (select 1 from record.opening o
                      where o.report = r.report and o.account = asker and o.until > now());
end $$;
