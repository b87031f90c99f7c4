-- Children who are suspected: that a report makes a decision on somebody's own safety necessary, asked by Heed's own
-- program, with who answers for it; and what people decided. A role belongs to a report, so each report of somebody is
-- asked about for itself: a new one asks again. Rights: 512 people and things, 32768 Heed's own program.

create table record.suspected_asked (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  subject uuid not null,                 -- the person, or the mention where nobody said who it means
  report uuid not null,
  role text not null,                    -- what they are in it
  because uuid,                          -- where that is not a suspect: a report that suspects them
  owner uuid,                            -- null: nobody yet
  asked_at timestamptz not null,
  primary key (entry, ordinal),
  unique (subject, report, role)
);
create index suspected_asked_report on record.suspected_asked (report);

create table record.suspected_decision (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  decision text not null check (decision in ('case', 'refer', 'no')),
  reason text not null,
  reports int not null,                  -- that it rests on: rows of suspected_decided
  decided_at timestamptz not null,
  primary key (entry, ordinal)
);

create table record.suspected_decided (
  entry uuid not null,
  ordinal int not null,
  decision uuid not null,
  asked uuid not null,
  primary key (entry, ordinal)
);
create index suspected_decided_decision on record.suspected_decided (decision);
create index suspected_decided_asked on record.suspected_decided (asked);

do $$
declare t text;
begin
  foreach t in array array['suspected_asked','suspected_decision','suspected_decided'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;

-- A decision is not yet to be seen while what it rests on is being written.
create function access.decides_suspected(decided uuid, wrote uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select exists (select 1 from record.suspected_decision d where d.id = decided and d.entry = wrote)
$$;
revoke all on function access.decides_suspected(uuid, uuid) from public;
grant execute on function access.decides_suspected(uuid, uuid) to heed_app;

create policy add on record.suspected_asked for insert to heed_app
  with check (entry in (select access.own_entries(32768)));
create policy add on record.suspected_decision for insert to heed_app
  with check (entry in (select access.own_entries(512)));
create policy add on record.suspected_decided for insert to heed_app
  with check (entry in (select access.own_entries(512))
    and access.decides_suspected(decision, entry)
    and exists (select 1 from record.suspected_asked a where a.id = suspected_decided.asked));

-- Seen by whoever may see the report, that which suspects them, and whom it is about.
create policy see on record.suspected_asked for select to heed_app
  using ((select access.has(32768))
    or ((select access.has(512))
      and exists (select 1 from record.report r where r.id = suspected_asked.report)
      and (because is null or exists (select 1 from record.report r where r.id = suspected_asked.because))
      and (exists (select 1 from record.person p where p.id = suspected_asked.subject)
        or exists (select 1 from record.mention m where m.id = suspected_asked.subject))));
-- That a report was decided on is seen with the report; why, by whoever may see all that the decision rests on.
create policy see on record.suspected_decided for select to heed_app
  using (exists (select 1 from record.suspected_asked a where a.id = suspected_decided.asked));
create policy see on record.suspected_decision for select to heed_app
  using ((select access.has(512)) and reports = (
    select count(*) from record.suspected_decided x where x.decision = suspected_decision.id));

create or replace function access.decided(wrote uuid) returns table (actor uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor, e.at from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote)
      or exists (select 1 from record.mention_thing f where f.entry = wrote)
      or exists (select 1 from record.pattern_decision f where f.entry = wrote)
      or exists (select 1 from record.group_decision f where f.entry = wrote)
      or exists (select 1 from record.suspected_decision f where f.entry = wrote))
$$;

-- Whether what asked still stands: a report's newest version says it of whom it was asked about. With the rights of the asker.
create function record.asking_stands(of uuid, report uuid, role text) returns boolean
language sql stable set search_path = pg_catalog, record as $$
  select exists (
    select 1 from record.mention m
    where m.report = asking_stands.report and m.role = asking_stands.role
      and m.version = (select max(x.version) from record.mention x where x.report = m.report)
      and case when m.id = of
        then not exists (
          select 1 from record.mention_person l where l.mention = m.id and l.same and not exists (
            select 1 from record.mention_person u where u.mention = l.mention and u.person = l.person and u.seq > l.seq))
        else exists (
          select 1 from record.mention_person l where l.mention = m.id and l.person = of and l.same and not exists (
            select 1 from record.mention_person u where u.mention = l.mention and u.person = l.person and u.seq > l.seq))
        end)
$$;
revoke all on function record.asking_stands(uuid, uuid, text) from public;
grant execute on function record.asking_stands(uuid, uuid, text) to heed_app;

create index mention_suspected on record.mention (report) where role = 'suspect';

-- Who is called a suspect and whom that may be, what each of their reports calls them, and who would answer for a
-- decision on their safety: who owns a case that is open for them, else who leads or supervises in the report's area, those
-- with the least of it first. A case that is closed to some, by itself or by another report, names nobody. Of a report that is closed to some nobody is named by their role alone. Asked of
-- what came into the record after one position and up to another; from the beginning, of everybody.
create function access.suspected_to_find(since bigint, upto bigint)
returns table (somebody uuid, subject uuid, report uuid, role text, age int, owner uuid, asked boolean)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  with added as not materialized (
    select l.entry from ledger.leaf l where l.position > since and l.position <= upto),
  touched (person) as (
    select f.person from mention_person f
    where since >= 0 and f.entry in (select a.entry from added a)
    union
    select unnest(array[f.a, f.b]) from identity_decision f
    where since >= 0 and f.entry in (select a.entry from added a)
    union
    select f.person from person_version f
    where since >= 0 and f.entry in (select a.entry from added a)
    union
    select f.person from mention m join mention_person f on f.mention = m.id and f.same
    where since < 0 and m.role = 'suspect'),
  people as materialized (
    select distinct s.one[1] as somebody, p.person
    from touched t
    cross join lateral (select record.said_to_be_one(array[t.person]) offset 0) s (one)
    cross join lateral unnest(s.one) p (person)
    where (select access.has(32768))),
  spoken as materialized (
    select p.somebody, p.person as subject, m.id as mention, m.report, m.role, m.stated_age,
      coalesce((
        select v.date_of_birth from person_version v where v.person = p.person order by v.version desc limit 1),
        m.date_of_birth) as born
    from people p
    join mention_person f on f.person = p.person and f.same
      and not exists (
        select 1 from mention_person u where u.mention = f.mention and u.person = f.person and u.seq > f.seq)
    join mention m on m.id = f.mention
    where m.role in ('suspect', 'victim', 'subject')
    union all
    select m.id, m.id, m.id, m.report, m.role, m.stated_age, m.date_of_birth
    from mention m
    where (select access.has(32768)) and m.role = 'suspect'
      and (since < 0 or m.entry in (select a.entry from added a) or exists (
        select 1 from mention_person f where f.mention = m.id and f.entry in (select a.entry from added a)))
      and (m.stated_age < 18 or m.date_of_birth is not null)
      and not exists (
        select 1 from mention_person f where f.mention = m.id and f.same
          and not exists (
            select 1 from mention_person u where u.mention = f.mention and u.person = f.person and u.seq > f.seq)))
  select s.somebody, s.subject, s.report, s.role,
    coalesce(extract(year from age(coalesce(v.occurred_from, v.recorded_at), s.born))::int, s.stated_age),
    coalesce(c.owner, g.account),
    exists (
      select 1 from suspected_asked k where k.subject = s.subject and k.report = s.report and k.role = s.role)
  from spoken s
  join report_version v on v.report = s.report
    and not exists (select 1 from report_version n where n.report = v.report and n.version > v.version)
  left join lateral (
    select o.owner from (
      select f.case_file from case_report f
      where f.report = s.report and f.linked and not exists (
        select 1 from case_report u where u.case_file = f.case_file and u.report = f.report and u.seq > f.seq)
      union
      select f.case_file from case_person f
      where (f.person = s.subject or f.mention = s.mention) and f.linked and not exists (
        select 1 from case_person u where u.case_file = f.case_file and u.member = f.member and u.seq > f.seq)) h
    cross join lateral (
      select w.owner, w.at from case_owner w where w.case_file = h.case_file order by w.seq desc limit 1) o
    where o.owner is not null and (
      select w.act from case_state w where w.case_file = h.case_file order by w.seq desc limit 1) <> 'closed'
      and not exists (
        select 1 from case_restriction x where x.case_file = h.case_file and x.restricted and not exists (
          select 1 from case_restriction y where y.case_file = x.case_file and y.seq > x.seq))
      and not exists (
        select 1 from case_report q join restriction x on x.report = q.report and x.restricted
        where q.case_file = h.case_file and q.report <> s.report and q.linked
          and not exists (
            select 1 from case_report n where n.case_file = q.case_file and n.report = q.report and n.seq > q.seq)
          and not exists (select 1 from restriction y where y.report = x.report and y.seq > x.seq))
    order by o.at desc, o.owner limit 1) c on true
  left join lateral (
    select r.account from (
      select distinct on (x.account, x.role, x.area) x.account, x.role, x.area, x.granted, x.until
      from access.role_grant x where x.role in ('supervisor', 'exploitation-lead')
      order by x.account, x.role, x.area, x.seq desc) r
    where r.granted and (r.until is null or r.until > now()) and (r.area is null or r.area = v.area)
      and not exists (
        select 1 from restriction x where x.report = s.report and x.restricted
          and not exists (select 1 from restriction y where y.report = x.report and y.seq > x.seq))
    order by (
      select count(*) from suspected_asked k where k.owner = r.account
        and not exists (select 1 from suspected_decided d where d.asked = k.id)), r.account
    limit 1) g on c.owner is null
  where s.mention in (
    select m.id from mention m
    where m.report = s.report and m.version = (select max(n.version) from mention n where n.report = s.report))
$$;
revoke all on function access.suspected_to_find(bigint, bigint) from public;
grant execute on function access.suspected_to_find(bigint, bigint) to heed_app;

-- It goes with the report, and a decision with any of its reports: what else it rested on is asked about again.
do $$
declare
  was text := pg_get_functiondef('record.rows_of_report(uuid)'::regprocedure);
  groups text := 'union all select ''group_decision''';
begin
  if position(groups in was) = 0 then
    raise exception 'record.rows_of_report has no decisions on groups';
  end if;
  execute replace(was, groups,
    'union all select ''suspected_asked'', f.entry, f.ordinal from record.suspected_asked f
    where wanted in (f.report, f.because)
  union all select ''suspected_decided'', f.entry, f.ordinal from record.suspected_decided f
    where f.decision in (select x.decision from record.suspected_decided x join record.suspected_asked k on k.id = x.asked
      where wanted in (k.report, k.because))
  union all select ''suspected_decision'', f.entry, f.ordinal from record.suspected_decision f
    where f.id in (select x.decision from record.suspected_decided x join record.suspected_asked k on k.id = x.asked
      where wanted in (k.report, k.because))
  ' || groups);
end $$;
