-- Whether somebody may add facts is asked once for each statement, and each row looked up in the
-- answer; it was asked again for every row, by looking its entry and its report up.

-- The session of this transaction. Planned as a part of what asks it; only for functions here.
create function access.live_session() returns setof access.session
language sql stable as $$
  select s.* from access.session s
  where s.token_hash = sha256(convert_to(nullif(current_setting('heed.token', true), ''), 'UTF8'))
    and s.expires_at > now()
$$;
revoke all on function access.live_session() from public;

create or replace function access.session_now() returns access.session
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  found access.session;
begin
  select s.* into found from access.live_session() s;
  return found;
end $$;

create or replace function access.me() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, access as $$
begin
  return (select s.account from access.live_session() s);
end $$;

create or replace function access.agency() returns text
language plpgsql stable security definer set search_path = pg_catalog, access as $$
begin
  return (select s.agency from access.live_session() s);
end $$;

-- Every area: null. No session: no area.
create or replace function access.areas() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, access as $$
declare
  mine text[] := '{}';
begin
  select s.areas into mine from access.live_session() s;
  return case when found then mine else '{}'::text[] end;
end $$;

create or replace function access.has(wanted int) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, access as $$
begin
  return coalesce((select s.rights & wanted <> 0 from access.live_session() s), false);
end $$;

-- Restricted reports that somebody is no member of and has not opened with a reason. Planned as a
-- part of what asks it; only for functions here.
create function access.closed_to(asker uuid) returns setof uuid
language sql stable as $$
  select r.report from record.restriction r
  where r.restricted
    and not exists (select 1 from record.restriction later where later.report = r.report and later.seq > r.seq)
    and not coalesce(asker::text = any (string_to_array(r.members, ',')), false)
    and not exists (select 1 from record.opening o
                    where o.report = r.report and o.account = asker and o.until > now())
$$;
revoke all on function access.closed_to(uuid) from public;

create or replace function access.closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  asker uuid := access.me();
begin
  return query select c from access.closed_to(asker) c;
end $$;

-- Entries that the asker, who holds one of the rights (null: whoever it is), writes in this transaction.
create function access.own_entries(wanted int) returns setof uuid
language plpgsql stable rows 1 security definer set search_path = pg_catalog, access, ledger as $$
begin
  return query
    select e.id from access.live_session() s
    join ledger.entry e on e.tx = pg_current_xact_id() and e.actor = s.account
    where wanted is null or s.rights & wanted <> 0;
end $$;
revoke all on function access.own_entries(int) from public;
grant execute on function access.own_entries(int) to heed_app;

-- The same entries, each with the reports that it names and the asker may see: what the policy on
-- record.report says, said once more so that it is asked once.
create function access.named_reports(wanted int) returns table (entry uuid, report uuid)
language plpgsql stable rows 1 security definer set search_path = pg_catalog, access, ledger, record as $$
begin
  return query
    select e.id, r.id from access.live_session() s
    join ledger.entry e on e.tx = pg_current_xact_id() and e.actor = s.account
    cross join lateral unnest(e.subjects) as named (id)
    join record.report r on r.id = named.id
    where s.rights & wanted <> 0
      and ((s.rights & 2 <> 0 and (s.areas is null or r.area = any (s.areas)))
        or (s.rights & 4 <> 0 and r.agency = s.agency)
        or r.recorded_by = s.account)
      and not exists (select 1 from access.closed_to(s.account) c where c = r.id);
end $$;
revoke all on function access.named_reports(int) from public;
grant execute on function access.named_reports(int) to heed_app;

alter policy write_salt on ledger.salt
  with check (entry in (select access.own_entries(null)));
alter policy give_grants on access.role_grant
  with check (entry in (select access.own_entries(1024)));
alter policy add on record.report
  with check (recorded_by = (select access.me()) and entry in (select access.own_entries(1 | 2 | 16)));

do $$
declare
  t text;
  own text := 'entry in (select access.own_entries(%2$s))';
  seen text := 'exists (select 1 from record.report r where r.id = %1$I.report)';
begin
  foreach t in array array['report_version','narrative','mention','reading','finding','prompt','advice','review_draw'] loop
    execute format('alter policy add on record.%1$I with check ('
      || '(entry, report) in (select n.entry, n.report from access.named_reports(1 | 2 | 16) n))', t);
  end loop;
  foreach t in array array['person','person_version','person_token'] loop
    execute format('alter policy add on record.%1$I with check (' || own || ')', t, '1 | 512');
  end loop;
  execute format('alter policy add on record.%1$I with check (' || own || ' and ' || seen || ')', 'mention_person', '1 | 512');
  foreach t in array array['crime','crime_state'] loop
    execute format('alter policy add on record.%1$I with check (' || own || ' and ' || seen || ')', t, '32');
  end loop;
  execute format('alter policy add on record.%1$I with check (' || own || ' and ' || seen || ')', 'flag', '16');
  execute format('alter policy add on record.%1$I with check (' || own || ' and ' || seen || ')', 'restriction', '256');
end $$;

-- Whoever records a new report says so first: the token becomes this transaction's, and the
-- transaction goes no further where it is not live or the report is known already.
create function record.expect_new(token text, wanted_source text, wanted_reference text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, access as $$
begin
  perform set_config('heed.token', token, true);
  if access.me() is null then
    raise exception using errcode = 'HD001', message = 'no live session';
  end if;
  if exists (select 1 from record.report r where r.source = wanted_source and r.reference = wanted_reference) then
    raise exception using errcode = 'HD002', message = 'known already';
  end if;
end $$;
revoke all on function record.expect_new(text, text, text) from public;
grant execute on function record.expect_new(text, text, text) to heed_app;
