-- Notices of the last day to answer somebody who asks what is held about them: to everybody who answers
-- such requests. They name the request by a number and nothing else.

alter table record.notice alter column case_file drop not null;
alter table record.notice add column request uuid;  -- instead of a case
alter table record.notice add constraint notice_of_one check (num_nonnulls(case_file, request) = 1);
create unique index notice_request on record.notice (request, due_at, stage, account) where request is not null;

-- What waits for an answer, without whom it is about: for the program that gives notices.
create function access.requests_waiting() returns table (id uuid, law text, received_on date, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select r.id, r.law, r.received_on, r.at from record.subject_request r
  where (select access.has(2097152)) and not exists (
    select 1 from record.subject_step s where s.request = r.id and s.step = 'released')
  order by r.received_on, r.id
$$;
revoke all on function access.requests_waiting() from public;
grant execute on function access.requests_waiting() to heed_app;

-- Who answers such requests.
create function access.answering() returns setof uuid
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct g.account
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant where role = 'data-protection'
        order by account, role, area, seq desc) g
  where g.granted and (g.until is null or g.until > now()) and access.has(2097152)
$$;
revoke all on function access.answering() from public;
grant execute on function access.answering() to heed_app;
