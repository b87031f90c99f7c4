-- Content that two people decide to destroy: what they decided, and the one way in which rows leave the
-- record. Right: 268435456 destroys content: proposes it, and decides on what somebody else proposed.

-- Which table a destroyed row was of, and the entry that decided it; null where somebody removed it by hand.
alter table ledger.destroyed add column tbl text;
alter table ledger.destroyed add column by_entry uuid;

-- That a report should be destroyed, and on what basis.
create table record.destruction (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  report uuid not null,
  source text not null,                  -- so that it is known which it was, and does not come again
  reference text not null,
  area text not null,
  basis text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (entry, ordinal)
);
create index destruction_report on record.destruction (report);
create index destruction_reference on record.destruction (source, reference);

create table record.destruction_decision (
  entry uuid not null,
  ordinal int not null,
  destruction uuid not null unique,
  decision text not null check (decision in ('approved', 'refused', 'withdrawn')),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (entry, ordinal)
);

-- The rows that an approval destroys. docs/ledger.md says what the check makes of them.
create table record.destruction_item (
  entry uuid not null,
  ordinal int not null,
  target_entry uuid not null,
  target_ordinal int,                    -- null: every row of the entry
  primary key (entry, ordinal)
);
create index destruction_item_target on record.destruction_item (target_entry);

-- That a report must be kept, or need not any longer for that reason. The latest of a kind counts.
create table record.report_hold (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  kind text not null,                    -- disclosure, proceedings, inquiry, other
  seq int not null,
  held boolean not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (report, kind, seq)
);

-- That somebody looked whether a report need still be kept, and when it is looked at again. The latest counts;
-- before the first, the day that the report's version has.
create table record.retention_review (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  seq int not null,
  review_on date not null,
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (report, seq)
);
create index report_version_review_on on record.report_version (review_on);

-- Whether the asker may have a report destroyed: it is of their areas and open to them.
create function access.may_destroy(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  areas text[] := access.areas();
begin
  return access.has(268435456) and exists (
    select 1 from record.report r
    where r.id = wanted and (areas is null or r.area = any (areas))
      and r.id not in (select c from access.closed_to_me() c));
end $$;

-- Whether a report of that source was destroyed, so that it is not taken again.
create function record.was_destroyed(wanted_source text, wanted_reference text) returns boolean
language sql stable security definer set search_path = pg_catalog, record as $$
  select exists (
    select 1 from record.destruction d
    join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved'
    where d.source = wanted_source and d.reference = wanted_reference)
$$;

do $$
declare
  t text;
begin
  foreach t in array array['destruction','destruction_decision','destruction_item','report_hold','retention_review'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;

create policy see on record.destruction for select to heed_app
  using ((select access.has(268435456))
    and ((select access.areas()) is null or area = any ((select access.areas())::text[])));
create policy add on record.destruction for insert to heed_app
  with check (entry in (select access.own_entries(268435456)) and proposed_by = (select access.me())
    and access.may_destroy(report)
    and exists (select 1 from record.report r where r.id = destruction.report
      and r.source = destruction.source and r.reference = destruction.reference and r.area = destruction.area));

-- Whoever proposed it never decides on it, and nobody else takes it back.
create policy see on record.destruction_decision for select to heed_app
  using (exists (select 1 from record.destruction d where d.id = destruction_decision.destruction));
create policy add on record.destruction_decision for insert to heed_app
  with check (entry in (select access.own_entries(268435456)) and decided_by = (select access.me())
    and exists (select 1 from record.destruction d where d.id = destruction_decision.destruction
      and (d.proposed_by = (select access.me())) = (decision = 'withdrawn')));

create policy see on record.destruction_item for select to heed_app
  using ((select access.has(268435456)));
create policy add on record.destruction_item for insert to heed_app
  with check (entry in (select access.own_entries(268435456))
    and exists (select 1 from record.destruction_decision x
      where x.entry = destruction_item.entry and x.decision = 'approved'));

create policy see on record.report_hold for select to heed_app
  using (exists (select 1 from record.report r where r.id = report_hold.report));
create policy add on record.report_hold for insert to heed_app
  with check (by_account = (select access.me())
    and (entry in (select access.own_entries(268435456)) or (held and entry in (select access.own_entries(256))))
    and exists (select 1 from record.report r where r.id = report_hold.report));

create policy see on record.retention_review for select to heed_app
  using (exists (select 1 from record.report r where r.id = retention_review.report));
create policy add on record.retention_review for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(268435456))
    and exists (select 1 from record.report r where r.id = retention_review.report));

-- Everything of a report that goes with it.
--
-- Not among it, and told to whoever decides: what people wrote in cases and about groups of people who stay,
-- people who are known by anything else, and the ledger's own entries, which hold no personal text.
create function record.people_of_report_alone(wanted uuid) returns setof uuid
language sql stable set search_path = pg_catalog, record as $$
  select distinct l.person from record.mention_person l
  where l.report = wanted and l.same
    and not exists (
      select 1 from record.mention_person o where o.person = l.person and o.report <> wanted and o.same)
    and not exists (select 1 from record.case_person c where c.person = l.person)
    and not exists (select 1 from record.missing_episode e where e.person = l.person)
    and not exists (select 1 from record.referral f where f.person = l.person)
    and not exists (select 1 from record.subject_request q where q.person = l.person)
    and not exists (select 1 from record.measure m where m.person = l.person)
    and not exists (select 1 from record.group_suspect s where s.person = l.person
      and not exists (select 1 from record.group_report g where g.decision = s.decision and g.report = wanted))
    and not exists (select 1 from record.group_decision c where c.centre = l.person
      and not exists (select 1 from record.group_report g where g.decision = c.id and g.report = wanted))
    and not exists (select 1 from record.identity_decision d
      where l.person in (d.a, d.b) and d.verdict = 'same'
        and not exists (select 1 from record.identity_decision n where n.a = d.a and n.b = d.b and n.seq > d.seq))
$$;

create function record.rows_of_report(wanted uuid) returns table (tbl text, entry uuid, ordinal int)
language sql stable set search_path = pg_catalog, record, ledger as $$
  with
  known as materialized (
    select r.id, r.reference, l.position from record.report r left join ledger.leaf l on l.entry = r.entry
    where r.id = wanted),
  spoken as materialized (select m.id from record.mention m where m.report = wanted),
  meant as materialized (
    select distinct l.person from record.mention_person l where l.report = wanted and l.same),
  alone as materialized (select p as person from record.people_of_report_alone(wanted) p),
  thing as materialized (
    select distinct l.thing as id from record.mention_thing l
    where l.report = wanted and l.same
      and not exists (
        select 1 from record.mention_thing o where o.thing = l.thing and o.report <> wanted and o.same)
      and not exists (select 1 from record.measure m where m.thing = l.thing)),
  told as materialized (select distinct s.message from record.message_step s where s.report = wanted),
  file as materialized (select d.id from record.document d where d.report = wanted),
  shown as materialized (select distinct p.pattern from record.pattern_report p where p.report = wanted),
  grouped as materialized (select distinct g.decision from record.group_report g where g.report = wanted),
  held as materialized (
    select c.case_file from record.case_report c where c.report = wanted
    union select c.case_file from record.case_person c
    where c.person in (select m.person from meant m) or c.mention in (select s.id from spoken s)),
  made as materialized (
    select p.id from record.paper p
    left join ledger.leaf l on l.entry = p.entry cross join known k
    where (p.case_file in (select h.case_file from held h) or p.person in (select m.person from meant m))
      and (l.position is null or k.position is null or l.position > k.position))
  select 'report', f.entry, f.ordinal from record.report f where f.id = wanted
  union all select 'report_version', f.entry, f.ordinal from record.report_version f where f.report = wanted
  union all select 'narrative', f.entry, f.ordinal from record.narrative f where f.report = wanted
  union all select 'mention', f.entry, f.ordinal from record.mention f where f.report = wanted
  union all select 'mention_person', f.entry, f.ordinal from record.mention_person f where f.report = wanted
  union all select 'person', f.entry, f.ordinal from record.person f where f.id in (select a.person from alone a)
  union all select 'person_version', f.entry, f.ordinal from record.person_version f
    where f.person in (select a.person from alone a)
  union all select 'person_token', f.entry, f.ordinal from record.person_token f
    where f.person in (select a.person from alone a)
  union all select 'identity_decision', f.entry, f.ordinal from record.identity_decision f
    where f.a in (select a.person from alone a) or f.b in (select a.person from alone a)
  union all select 'crime', f.entry, f.ordinal from record.crime f where f.report = wanted
  union all select 'crime_state', f.entry, f.ordinal from record.crime_state f where f.report = wanted
  union all select 'crime_outcome', f.entry, f.ordinal from record.crime_outcome f where f.report = wanted
  union all select 'flag', f.entry, f.ordinal from record.flag f where f.report = wanted
  union all select 'reading', f.entry, f.ordinal from record.reading f where f.report = wanted
  union all select 'finding', f.entry, f.ordinal from record.finding f where f.report = wanted
  union all select 'prompt', f.entry, f.ordinal from record.prompt f where f.report = wanted
  union all select 'advice', f.entry, f.ordinal from record.advice f where f.report = wanted
  union all select 'restriction', f.entry, f.ordinal from record.restriction f where f.report = wanted
  union all select 'opening', f.entry, f.ordinal from record.opening f where f.report = wanted
  union all select 'report_hold', f.entry, f.ordinal from record.report_hold f where f.report = wanted
  union all select 'retention_review', f.entry, f.ordinal from record.retention_review f where f.report = wanted
  union all select 'review_draw', f.entry, f.ordinal from record.review_draw f where f.report = wanted
  union all select 'triage', f.entry, f.ordinal from record.triage f where f.report = wanted
  union all select 'report_operation', f.entry, f.ordinal from record.report_operation f where f.report = wanted
  union all select 'thing_mention', f.entry, f.ordinal from record.thing_mention f where f.report = wanted
  union all select 'thing_piece', f.entry, f.ordinal from record.thing_piece f where f.report = wanted
  union all select 'mention_thing', f.entry, f.ordinal from record.mention_thing f where f.report = wanted
  union all select 'thing', f.entry, f.ordinal from record.thing f where f.id in (select t.id from thing t)
  union all select 'tie', f.entry, f.ordinal from record.tie f where wanted in (f.report, f.other_report)
  union all select 'message', f.entry, f.ordinal from record.message f where f.id in (select t.message from told t)
  union all select 'message_step', f.entry, f.ordinal from record.message_step f
    where f.message in (select t.message from told t)
  union all select 'document', f.entry, f.ordinal from record.document f where f.id in (select d.id from file d)
  union all select 'document_part', f.entry, f.ordinal from record.document_part f
    where f.document in (select d.id from file d)
  union all select 'document_scan', f.entry, f.ordinal from record.document_scan f
    where f.document in (select d.id from file d)
  union all select 'document_state', f.entry, f.ordinal from record.document_state f
    where f.document in (select d.id from file d)
  union all select 'pattern', f.entry, f.ordinal from record.pattern f where f.id in (select s.pattern from shown s)
  union all select 'pattern_report', f.entry, f.ordinal from record.pattern_report f
    where f.pattern in (select s.pattern from shown s)
  union all select 'pattern_decision', f.entry, f.ordinal from record.pattern_decision f
    where f.pattern in (select s.pattern from shown s)
  union all select 'group_decision', f.entry, f.ordinal from record.group_decision f
    where f.id in (select g.decision from grouped g)
  union all select 'group_suspect', f.entry, f.ordinal from record.group_suspect f
    where f.decision in (select g.decision from grouped g)
  union all select 'group_report', f.entry, f.ordinal from record.group_report f
    where f.decision in (select g.decision from grouped g)
  union all select 'pack_item', f.entry, f.ordinal from record.pack_item f
    join record.pack p on p.id = f.pack cross join known k
    where p.case_file in (select h.case_file from held h)
      and (f.source = 'Report ' || k.reference or starts_with(f.source, 'Report ' || k.reference || ','))
  union all select 'paper_file', f.entry, f.ordinal from record.paper_file f where f.paper in (select m.id from made m)
  union all select 'subject_decision', f.entry, f.ordinal from record.subject_decision f
    where starts_with(f.item, 'report:' || wanted) or starts_with(f.item, 'flag:' || wanted)
      or exists (select 1 from file d where starts_with(f.item, 'document:' || d.id))
  union all select 'inspection_passage', f.entry, f.ordinal from record.inspection_passage f where f.record = wanted
  union all select 'recording_audited', f.entry, f.ordinal from record.recording_audited f where f.report = wanted
$$;

-- Why a report cannot be destroyed now.
create function record.holds_on_report(wanted uuid) returns table (kind text, name text, of_id uuid)
language sql stable set search_path = pg_catalog, record as $$
  with
  meant as materialized (
    select distinct l.person from record.mention_person l where l.report = wanted and l.same),
  linked as materialized (
    select l.case_file from (
      select distinct on (c.case_file) c.case_file, c.linked from record.case_report c
      where c.report = wanted order by c.case_file, c.seq desc) l
    where l.linked
    union select c.id from record.case_file c where c.opened_from = wanted),
  member as materialized (
    select l.case_file from (
      select distinct on (c.case_file, c.member) c.case_file, c.person, c.mention, c.linked
      from record.case_person c order by c.case_file, c.member, c.seq desc) l
    where l.linked and (l.person in (select m.person from meant m)
      or l.mention in (select m.id from record.mention m where m.report = wanted))),
  open_case as materialized (
    select c.id, c.number from record.case_file c
    where (select s.act from record.case_state s where s.case_file = c.id order by s.seq desc limit 1) <> 'closed'),
  said as materialized (
    select distinct on (h.kind) h.kind, h.held from record.report_hold h
    where h.report = wanted order by h.kind, h.seq desc)
  select 'open-case', c.number, c.id from open_case c where c.id in (select l.case_file from linked l)
  union all
  select 'open-case-of-person', c.number, c.id from open_case c
  where c.id in (select m.case_file from member m) and c.id not in (select l.case_file from linked l)
  union all
  select 'subject-request', to_char(q.received_on, 'FMDD FMMonth YYYY'), q.id from record.subject_request q
  where q.person in (select m.person from meant m)
    and not exists (select 1 from record.subject_step s where s.request = q.id and s.step = 'released')
  union all
  select 'missing', to_char(e.reported_at at time zone 'Europe/London', 'FMDD FMMonth YYYY'), e.id
  from record.missing_episode e
  where e.person in (select m.person from meant m)
    and not exists (select 1 from record.missing_found f where f.episode = e.id)
  union all
  select 'charged', c.number, c.id from record.crime c
  where c.report = wanted
    and exists (select 1 from record.crime_outcome o where o.crime = c.id and o.ends = 'charged')
    and not exists (select 1 from said s where s.kind = 'disclosure')
  union all
  select 'schedule', c.number, c.id from record.case_file c
  where c.id in (select l.case_file from linked l)
    and exists (select 1 from record.disclosure_item i where i.case_file = c.id)
    and not exists (select 1 from said s where s.kind = 'disclosure')
  union all
  select s.kind, '', wanted from said s where s.held
  order by 1, 2
$$;

-- For whoever may have it destroyed, before anything is done: what would go, what holds it, and what stays.
create function access.rows_to_destroy(wanted uuid) returns table (tbl text, entry uuid, ordinal int)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.may_destroy(wanted) then
    return query select r.tbl, r.entry, r.ordinal from record.rows_of_report(wanted) r
      order by r.entry, r.ordinal;
  end if;
end $$;

create function access.holds_on_report(wanted uuid) returns table (kind text, name text, of_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.may_destroy(wanted) then
    return query select h.kind, h.name, h.of_id from record.holds_on_report(wanted) h;
  end if;
end $$;

create function access.stays_of_report(wanted uuid) returns table (kind text, name text, of_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.may_destroy(wanted) then
    return query
      select 'case', c.number, c.id from record.case_file c
      where c.opened_from = wanted
        or exists (select 1 from record.case_report l where l.case_file = c.id and l.report = wanted)
      union all
      select 'person', '', l.person from (
        select distinct m.person from record.mention_person m where m.report = wanted and m.same) l
      where l.person not in (select p from record.people_of_report_alone(wanted) p)
      union all
      select 'missing', to_char(e.reported_at at time zone 'Europe/London', 'FMDD FMMonth YYYY'), e.id
      from record.missing_episode e where e.report = wanted
      union all
      select 'audit', a.title, a.id from record.recording_audit a
      where exists (select 1 from record.recording_audit_report d where d.audit = a.id and d.report = wanted)
      order by 1, 2;
  end if;
end $$;

-- That a report was destroyed: when, by whom and on what basis, for whoever could have asked for it; why and
-- which it was, for those who could have read it.
create function access.destroyed_report(wanted uuid)
returns table (destruction uuid, decided_at timestamptz, basis text, proposed_by text, decided_by text,
  source text, reference text, area text, reason text, decision_reason text)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
declare
  areas text[] := access.areas();
begin
  return query
    select d.id, x.decided_at, d.basis, p.display_name, q.display_name,
      case when s.full then d.source end, case when s.full then d.reference end,
      case when s.full then d.area end, case when s.full then d.reason end,
      case when s.full then x.reason end
    from record.destruction d
    join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved'
    left join access.account p on p.id = d.proposed_by
    left join access.account q on q.id = x.decided_by
    cross join lateral (
      select access.has(2 | 268435456) and (areas is null or d.area = any (areas)) as full) s
    where d.report = wanted and access.has(1 | 2 | 4 | 128 | 268435456)
      and not exists (select 1 from record.report r where r.id = wanted);
end $$;

-- Those of a list that were destroyed, for a list that names reports by their identifiers.
create function access.destroyed_of(wanted uuid[]) returns table (report uuid, decided_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    select d.report, x.decided_at from record.destruction d
    join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved'
    where d.report = any (wanted) and access.has(1 | 2 | 4 | 128 | 268435456);
end $$;

-- Of some sources and references, those of reports that were destroyed.
create function access.destroyed_among(sources text[], refs text[]) returns table (source text, reference text)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query select d.source, d.reference from unnest(sources, refs) asked (source, reference)
    join record.destruction d on d.source = asked.source and d.reference = asked.reference
    join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved'
    where access.has(1);
end $$;

-- For the index of people: reports that were destroyed, and which of some people are gone.
create function access.reports_destroyed() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(32768) then
    return query select d.report from record.destruction d
      join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved';
  end if;
end $$;

create function access.people_gone(known uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(32768) then
    return query select u from unnest(known) u where not exists (select 1 from record.person p where p.id = u);
  end if;
end $$;

-- The commitment of a row, worked out again from the row itself (docs/ledger.md, "Row").

create function ledger.hmac(key bytea, message bytea) returns bytea
language plpgsql immutable set search_path = pg_catalog as $$
declare
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  if octet_length(key) > 64 then
    raise exception 'a key of at most 64 bytes';
  end if;
  for i in 0 .. octet_length(key) - 1 loop
    inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # get_byte(key, i));
    outer_pad := set_byte(outer_pad, i, get_byte(outer_pad, i) # get_byte(key, i));
  end loop;
  return sha256(outer_pad || sha256(inner_pad || message));
end $$;

create function ledger.row_salt(of_entry uuid, number int) returns bytea
language sql stable set search_path = pg_catalog, ledger as $$
  select coalesce(
    (select v.row_salt from ledger.survivor v where v.entry = of_entry and v.ordinal = number),
    (select ledger.hmac(s.salt, int4send(number)) from ledger.salt s where s.entry = of_entry))
$$;

create function ledger.row_digests(tbl regclass, entries uuid[])
returns table (entry uuid, ordinal int, digest bytea)
language plpgsql stable set search_path = pg_catalog, ledger as $$
declare
  name text := (select c.relname from pg_class c where c.oid = tbl);
  filled text := '0';
  parts text := '';
  number int := 0;
  col record;
begin
  for col in
    select a.attname, a.atttypid::regtype::text as type from pg_attribute a
    where a.attrelid = tbl and a.attnum > 0 and not a.attisdropped and a.attname not in ('entry', 'ordinal')
    order by a.attnum
  loop
    number := number + 1;
    filled := filled || format(', case when f.%I is null then 0 else %s end', col.attname, number);
    parts := parts || format(
      ' || case when x.filled < %s then ''''::bytea when f.%I is null then ''\x00''::bytea else ',
      number, col.attname) || format(
      case col.type
        when 'uuid' then '''\x01''::bytea || uuid_send(f.%1$I)'
        when 'text' then '''\x02''::bytea || int4send(octet_length(convert_to(f.%1$I, ''UTF8'')))'
          || ' || convert_to(f.%1$I, ''UTF8'')'
        when 'integer' then '''\x03''::bytea || int4send(f.%1$I)'
        when 'bigint' then '''\x04''::bytea || int8send(f.%1$I)'
        when 'boolean' then '''\x05''::bytea || case when f.%1$I then ''\x01''::bytea else ''\x00''::bytea end'
        when 'timestamp with time zone'
          then '''\x06''::bytea || int8send((extract(epoch from f.%1$I) * 1000000)::bigint)'
        when 'date' then '''\x07''::bytea || int8send((f.%1$I - date ''1970-01-01'')::bigint)'
        when 'bytea' then '''\x08''::bytea || int4send(octet_length(f.%1$I)) || f.%1$I'
        when 'double precision' then '''\x09''::bytea || float8send(f.%1$I)'
      end, col.attname) || ' end';
  end loop;
  return query execute format(
    'select f.entry, f.ordinal, sha256(ledger.row_salt(f.entry, f.ordinal) || %L::bytea || int4send(x.filled)%s)'
    || ' from %s f cross join lateral (select greatest(%s) as filled) x where f.entry = any ($1)',
    convert_to(E'heed fact v1\n', 'UTF8') || int4send(length(name)) || convert_to(name, 'UTF8'),
    parts, tbl, filled)
  using entries;
end $$;

-- Takes rows out of the record as a decision says: keeps the commitment of each, the salts of the rows that
-- stay, and no salt of the entries. Whatever is not as it was recorded stays, and so does everything else.
-- Answers how many rows went; those that are gone already are passed over.
create function ledger.carry_out(decided_by uuid, of_entries uuid[], of_ordinals int[]) returns bigint
language plpgsql volatile set search_path = pg_catalog, ledger as $$
declare
  targets uuid[] := array(select distinct u from unnest(of_entries) u);
  live_entries uuid[] := '{}';
  live_ordinals int[] := '{}';
  live_tables text[] := '{}';
  live_digests bytea[] := '{}';
  some_entries uuid[];
  some_ordinals int[];
  some_digests bytea[];
  part record;
  gone bigint;
begin
  for part in
    select c.oid::regclass as of_table from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where c.relkind = 'r' and (s.nspname = 'record' or (s.nspname = 'access' and c.relname = 'role_grant'))
      and 2 = (select count(*) from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('entry', 'ordinal') and not a.attisdropped)
    order by c.oid
  loop
    select array_agg(r.entry), array_agg(r.ordinal), array_agg(r.digest)
      into some_entries, some_ordinals, some_digests from ledger.row_digests(part.of_table, targets) r;
    if some_entries is not null then
      live_entries := live_entries || some_entries;
      live_ordinals := live_ordinals || some_ordinals;
      live_digests := live_digests || some_digests;
      live_tables := live_tables || array_fill(part.of_table::text, array[cardinality(some_entries)]);
    end if;
  end loop;

  perform 1 from ledger.entry e
  where e.id = any (targets) and e.content is distinct from (
    select sha256(convert_to('heed content v1' || chr(10) || count(*) || chr(10)
      || coalesce(string_agg(a.ordinal || ' ' || encode(a.digest, 'hex') || chr(10), '' order by a.ordinal), ''),
      'UTF8'))
    from (
      select l.ordinal, l.digest from unnest(live_entries, live_ordinals, live_digests) l (entry, ordinal, digest)
      where l.entry = e.id
      union all
      select g.ordinal, g.commitment from ledger.destroyed g where g.entry = e.id) a);
  if found then
    raise exception using errcode = 'HD014', message = 'an entry is not what was recorded';
  end if;

  insert into ledger.survivor (entry, ordinal, row_salt)
  select l.entry, l.ordinal, ledger.row_salt(l.entry, l.ordinal)
  from unnest(live_entries, live_ordinals) l (entry, ordinal)
  where not exists (select 1 from unnest(of_entries, of_ordinals) w (entry, ordinal)
      where w.entry = l.entry and w.ordinal = l.ordinal)
  on conflict do nothing;
  insert into ledger.destroyed (entry, ordinal, commitment, tbl, by_entry)
  select l.entry, l.ordinal, l.digest, regexp_replace(l.tbl, '^.*\.', ''), decided_by
  from unnest(live_entries, live_ordinals, live_digests, live_tables) l (entry, ordinal, digest, tbl)
  where exists (select 1 from unnest(of_entries, of_ordinals) w (entry, ordinal)
      where w.entry = l.entry and w.ordinal = l.ordinal);
  get diagnostics gone = row_count;
  delete from ledger.survivor v using unnest(of_entries, of_ordinals) w (entry, ordinal)
  where v.entry = w.entry and v.ordinal = w.ordinal;
  delete from ledger.salt s where s.entry = any (targets);
  for part in select distinct u as of_table from unnest(live_tables) u loop
    execute format('delete from %s f using unnest($1, $2) w (entry, ordinal)'
      || ' where f.entry = w.entry and f.ordinal = w.ordinal', part.of_table)
    using of_entries, of_ordinals;
  end loop;
  return gone;
end $$;

-- What lies beside the record and speaks of a report or its people.
create function record.forget_beside(of_report uuid, people uuid[], mentions uuid[], messages uuid[]) returns void
language sql volatile set search_path = pg_catalog, work as $$
  delete from work.claim where report = of_report;
  delete from work.proposal where a = any (people || mentions) or b = any (people || mentions);
  delete from work.idempotency where position(of_report::text in body) > 0;
  delete from work.draft d where exists (
    select 1 from unnest(messages || of_report) u where position(u::text in d.form || ' ' || d.content) > 0)
$$;

-- Carries out what the asker approved in this transaction. This is the one way by which the application takes
-- a row out of the record.
create function access.destroy(deciding uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, record, ledger, access as $$
declare
  asker uuid := access.me();
  what record.destruction;
  people uuid[];
  mentions uuid[];
  messages uuid[];
  entries uuid[];
  ordinals int[];
  gone bigint;
begin
  select d.* into what from record.destruction_decision x
  join record.destruction d on d.id = x.destruction
  where x.entry = deciding and x.decision = 'approved' and x.decided_by = asker and d.proposed_by <> asker
    and x.entry in (select access.own_entries(268435456));
  if not found or not access.may_destroy(what.report) then
    raise exception using errcode = 'HD010', message = 'no decision of two people';
  end if;

  -- Nobody adds to the report meanwhile.
  perform set_config('lock_timeout', '4s', true);
  lock table record.report, record.report_version, record.narrative, record.mention, record.mention_person,
    record.crime, record.crime_state, record.flag, record.reading, record.finding, record.prompt, record.advice,
    record.restriction, record.opening, record.review_draw, record.triage, record.identity_decision,
    record.report_operation, record.case_file, record.case_state, record.case_report, record.case_person,
    record.message_step, record.thing_mention, record.thing_piece, record.mention_thing, record.pattern_report,
    record.group_report, record.missing_episode, record.referral, record.pack_item, record.document,
    record.document_part, record.document_scan, record.document_state, record.paper, record.paper_file,
    record.subject_request, record.subject_decision, record.recording_audited, record.inspection_passage,
    record.crime_outcome, record.measure, record.tie, record.report_hold, record.retention_review in share row exclusive mode;

  if exists (select 1 from record.holds_on_report(what.report)) then
    raise exception using errcode = 'HD011', message = 'the report is held';
  end if;
  if exists (
    (select r.entry, r.ordinal from record.rows_of_report(what.report) r
      except select i.target_entry, i.target_ordinal from record.destruction_item i where i.entry = deciding)
    union all
    (select i.target_entry, i.target_ordinal from record.destruction_item i where i.entry = deciding
      except select r.entry, r.ordinal from record.rows_of_report(what.report) r)) then
    raise exception using errcode = 'HD012', message = 'not the rows that were decided on';
  end if;
  if exists (select 1 from record.destruction_item i where i.entry = deciding
      and not exists (select 1 from ledger.leaf l where l.entry = i.target_entry)) then
    raise exception using errcode = 'HD013', message = 'a row is not settled yet';
  end if;

  people := array(select p from record.people_of_report_alone(what.report) p);
  mentions := array(select m.id from record.mention m where m.report = what.report);
  messages := array(select distinct s.message from record.message_step s where s.report = what.report);
  select array_agg(i.target_entry), array_agg(i.target_ordinal) into entries, ordinals
  from record.destruction_item i where i.entry = deciding;
  gone := ledger.carry_out(deciding, entries, ordinals);
  if gone <> cardinality(entries) then
    raise exception using errcode = 'HD014', message = 'not every row was there';
  end if;
  perform record.forget_beside(what.report, people, mentions, messages);
  return gone;
end $$;

-- An approval that the application writes and does not carry out is none.
create function record.approval_is_carried_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, record as $$
begin
  if session_user = 'heed_app' and new.decision = 'approved' and exists (
    select 1 from record.destruction d join record.report r on r.id = d.report where d.id = new.destruction) then
    raise exception using errcode = 'HD010', message = 'an approval that was not carried out';
  end if;
  return null;
end $$;
create constraint trigger carried_out after insert on record.destruction_decision
  deferrable initially deferred for each row execute function record.approval_is_carried_out();

-- What was destroyed does not come again from its source.
alter policy add on record.report
  with check (recorded_by = (select access.me()) and entry in (select access.own_entries(1 | 2 | 16))
    and not record.was_destroyed(source, reference));

create or replace function record.expect_new(token text, wanted_source text, wanted_reference text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, record, access as $$
begin
  perform set_config('heed.token', token, true);
  if access.me() is null then
    raise exception using errcode = 'HD001', message = 'no live session';
  end if;
  if exists (select 1 from record.report r where r.source = wanted_source and r.reference = wanted_reference)
      or record.was_destroyed(wanted_source, wanted_reference) then
    raise exception using errcode = 'HD002', message = 'known already';
  end if;
end $$;

do $$
declare
  f text;
begin
  foreach f in array array['access.may_destroy(uuid)', 'record.was_destroyed(text, text)',
    'access.rows_to_destroy(uuid)', 'access.holds_on_report(uuid)', 'access.stays_of_report(uuid)',
    'access.destroyed_report(uuid)', 'access.destroyed_of(uuid[])', 'access.destroy(uuid)',
    'access.destroyed_among(text[], text[])', 'access.reports_destroyed()', 'access.people_gone(uuid[])'] loop
    execute 'revoke all on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to heed_app';
  end loop;
  foreach f in array array['record.people_of_report_alone(uuid)', 'record.rows_of_report(uuid)',
    'record.holds_on_report(uuid)', 'ledger.hmac(bytea, bytea)', 'ledger.row_salt(uuid, int)',
    'ledger.row_digests(regclass, uuid[])', 'ledger.carry_out(uuid, uuid[], int[])',
    'record.forget_beside(uuid, uuid[], uuid[], uuid[])', 'record.approval_is_carried_out()'] loop
    execute 'revoke all on function ' || f || ' from public';
  end loop;
end $$;
