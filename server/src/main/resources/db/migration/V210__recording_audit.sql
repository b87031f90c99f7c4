-- Recording audits: samples of reports by the route that they came in by, and what an auditor says
-- should have been recorded of each. Right: 8388608 audits recording.

create table record.recording_audit (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  title text not null,
  rulebook text not null,                -- whose counting rules are held to, with its version and hash
  area text,                             -- null: every area of whoever planned it
  areas text,                            -- the areas whoever planned it worked in; null: every area
  since timestamptz not null,            -- reports recorded from then on
  until timestamptz not null,            -- and before then
  strata_by text not null,
  known_at timestamptz not null,
  known_position bigint not null,        -- the frame is what was known then, and so is each report
  frame_hash text not null,
  seed text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);

create table record.recording_audit_stratum (
  entry uuid not null,
  ordinal int not null,
  audit uuid not null,
  stratum text not null,
  population int not null,
  drawn int not null,                    -- none: the route was left out of the audit
  crimes int not null,                   -- on record from its reports, as known when it was drawn
  primary key (entry, ordinal),
  unique (audit, stratum)
);

create table record.recording_audit_report (
  entry uuid not null,
  ordinal int not null,
  audit uuid not null,
  report uuid not null,
  stratum text not null,
  place int not null,                    -- in the order drawn
  primary key (entry, ordinal),
  unique (audit, report)
);

-- Who audits, by name and for a limited time. The latest of somebody counts.
create table record.recording_auditor (
  entry uuid not null,
  ordinal int not null,
  audit uuid not null,
  account uuid not null,
  until timestamptz not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (audit, account)
);
create index recording_auditor_account on record.recording_auditor (account);

-- What an auditor says of a report. The latest counts; what was said before stays.
create table record.recording_audited (
  entry uuid not null,
  ordinal int not null,
  audit uuid not null,
  report uuid not null,
  seq int not null,
  told boolean not null,                 -- false: the record does not tell
  should int not null,                   -- crimes that the report amounts to
  recorded int not null,                 -- of these, on record
  classed int not null,                  -- of those on record, classed as the rules ask
  in_time int not null,                  -- of those on record, recorded in time
  flag text not null check (flag in ('right', 'wrong', 'not-decided', 'not-asked')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (audit, report, seq)
);

-- The frame: identifiers, routes and how many crimes came of each report, as known at a position.
create function access.recording_frame(known bigint, wanted text, within text[], since timestamptz, until timestamptz)
returns table (id uuid, route text, kind text, crimes int)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select r.id, coalesce(v.route, 'not-known'), v.kind,
    (select count(*)::int from record.crime c
      join ledger.leaf k on k.entry = c.entry and k.position <= known
      where c.report = r.id and not exists (
        select 1 from (select s.act from record.crime_state s
            join ledger.leaf l on l.entry = s.entry and l.position <= known
            where s.crime = c.id order by s.seq desc limit 1) as latest
        where latest.act in ('cancelled', 'merged')))
  from record.report r
  join record.report_version f on f.report = r.id and f.version = 1
  join ledger.leaf k on k.entry = r.entry and k.position <= known
  join lateral (
    select x.route, x.kind, x.area from record.report_version x
    join ledger.leaf l on l.entry = x.entry and l.position <= known
    where x.report = r.id order by x.version desc limit 1) v on true
  where (select access.has(8388608))
    and f.recorded_at >= since and f.recorded_at < until
    and ((select access.areas()) is null or v.area = any ((select access.areas())::text[]))
    and (within is null or v.area = any (within)) and (wanted is null or v.area = wanted)
  order by r.id
$$;

-- What an auditor may open: the reports drawn, while their time lasts.
create function access.reports_to_audit() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select d.report from record.recording_auditor a
    join record.recording_audit_report d on d.audit = a.audit
    where a.account = access.me() and a.until > now();
end $$;

-- Whether the asker audits, while their time lasts.
create function access.audits_recording(wanted uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select exists (select 1 from record.recording_auditor a
    where a.audit = wanted and a.account = access.me() and a.until > now())
$$;

-- Who may be named as an auditor: those who hold a role that audits recording.
create function access.recording_auditors() returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct a.id, a.display_name
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant
        where role in ('registrar', 'exploitation-lead', 'inspector')
        order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now()) and access.has(8388608)
  order by 2, 1
$$;

do $$
declare
  t text;
  own text := 'entry in (select access.own_entries(8388608))';
begin
  foreach t in array array['recording_frame(bigint, text, text[], timestamptz, timestamptz)', 'reports_to_audit()',
    'audits_recording(uuid)', 'recording_auditors()'] loop
    execute format('revoke all on function access.%s from public', t);
    execute format('grant execute on function access.%s to heed_app', t);
  end loop;
  foreach t in array array['recording_audit','recording_audit_stratum','recording_audit_report',
    'recording_auditor','recording_audited'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
    execute format('create policy see on record.%I for select to heed_app using ((select access.has(8388608)))', t);
  end loop;
  foreach t in array array['recording_audit_stratum','recording_audit_report'] loop
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own
      || ' and exists (select 1 from record.recording_audit i where i.id = %1$I.audit and i.entry = %1$I.entry))', t);
  end loop;
  foreach t in array array['recording_audit','recording_auditor'] loop
    execute format('create policy add on record.%I for insert to heed_app with check ('
      || own || ' and by_account = (select access.me()))', t);
  end loop;
end $$;

create policy add on record.recording_audited for insert to heed_app
  with check (entry in (select access.own_entries(8388608)) and by_account = (select access.me())
    and access.audits_recording(audit)
    and exists (select 1 from record.recording_audit_report d
      where d.audit = recording_audited.audit and d.report = recording_audited.report));

-- Auditors read what was drawn for them, and nothing of it that is closed to them.
alter policy see on record.report
  using ((((select access.has(2)) and ((select access.areas()) is null or area = any ((select access.areas())::text[])))
      or ((select access.has(4)) and agency = (select access.agency()))
      or recorded_by = (select access.me())
      or ((select access.has(4194304)) and id in (select access.reports_to_grade()))
      or ((select access.has(8388608)) and id in (select access.reports_to_audit())))
    and id not in (select access.closed_to_me()));
