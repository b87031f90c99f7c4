-- Whom a report means: those whom its mentions mean, and everybody who is the same by the decisions that stand.
create function record.people_meant_by(wanted uuid) returns setof uuid
language sql stable set search_path = pg_catalog, record as $$
  with recursive meant (person) as (
    select l.person from record.mention_person l where l.report = wanted and l.same
    union
    select o.person from meant m cross join lateral (
      select d.b, d.a, d.seq from record.identity_decision d where d.a = m.person and d.verdict = 'same'
      union all
      select d.a, d.b, d.seq from record.identity_decision d where d.b = m.person and d.verdict = 'same') o (person, other, seq)
    where not exists (
      select 1 from record.identity_decision n
      where n.seq > o.seq and (n.a = o.person and n.b = o.other or n.a = o.other and n.b = o.person)))
  select distinct m.person from meant m
$$;

-- The cases whose papers can tell of a report: those that were ever about it, and those that name somebody as it does.
-- A case that is about somebody whom the report also means, and never was about the report, tells nothing of it.
create function record.cases_that_held(wanted uuid) returns setof uuid
language sql stable set search_path = pg_catalog, record as $$
  select c.case_file from record.case_report c where c.report = wanted
  union select c.id from record.case_file c where c.opened_from = wanted
  union select c.case_file from record.case_person c
  where c.mention in (select m.id from record.mention m where m.report = wanted)
$$;
revoke all on function record.people_meant_by(uuid), record.cases_that_held(uuid) from public;

-- Of a report that is closed to them, nobody is told that somebody proposes to destroy it.
alter policy see on record.destruction
  using ((select access.has(268435456))
    and ((select access.areas()) is null or area = any ((select access.areas())::text[]))
    and report not in (select access.closed_to_me()));

-- What goes with a report: of messages the one that it was recorded from, not one that was joined to it; of decisions on
-- what is disclosed or told those on its parts, too.
create or replace function record.rows_of_report(wanted uuid) returns table (tbl text, entry uuid, ordinal int)
language sql stable set search_path = pg_catalog, record, ledger as $$
  with
  known as materialized (
    select r.id, r.reference, l.position from record.report r left join ledger.leaf l on l.entry = r.entry
    where r.id = wanted),
  spoken as materialized (select m.id from record.mention m where m.report = wanted),
  meant as materialized (select p as person from record.people_meant_by(wanted) p),
  alone as materialized (select p as person from record.people_of_report_alone(wanted) p),
  thing as materialized (
    select distinct l.thing as id from record.mention_thing l
    where l.report = wanted and l.same
      and not exists (
        select 1 from record.mention_thing o where o.thing = l.thing and o.report <> wanted and o.same)
      and not exists (select 1 from record.measure m where m.thing = l.thing)),
  told as materialized (
    select distinct s.message from record.message_step s where s.report = wanted and s.step = 'reported'),
  file as materialized (select d.id from record.document d where d.report = wanted),
  shown as materialized (select distinct p.pattern from record.pattern_report p where p.report = wanted),
  grouped as materialized (select distinct g.decision from record.group_report g where g.report = wanted),
  held as materialized (select c as case_file from record.cases_that_held(wanted) c),
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
      or exists (select 1 from spoken m where starts_with(f.item, 'mention:' || m.id))
      or exists (select 1 from thing t where starts_with(f.item, 'thing:' || t.id))
      or exists (select 1 from record.tie t
        where wanted in (t.report, t.other_report) and starts_with(f.item, 'tie:' || t.id))
  union all select 'disclosure_decision', f.entry, f.ordinal from record.disclosure_decision f
    where starts_with(f.item, 'prompt:' || wanted) or starts_with(f.item, 'no:' || wanted)
      or starts_with(f.item, 'case-report:' || wanted)
      or exists (select 1 from file d where starts_with(f.item, 'document:' || d.id))
      or exists (select 1 from spoken m where starts_with(f.item, 'link:' || m.id))
  union all select 'inspection_passage', f.entry, f.ordinal from record.inspection_passage f where f.record = wanted
  union all select 'recording_audited', f.entry, f.ordinal from record.recording_audited f where f.report = wanted
$$;

-- Why a report cannot be destroyed now: holds follow the decisions on who is who, and that the duty to disclose has ended
-- says so of the charges and schedules that there were by then.
create or replace function record.holds_on_report(wanted uuid) returns table (kind text, name text, of_id uuid)
language sql stable set search_path = pg_catalog, record as $$
  with
  meant as materialized (select p as person from record.people_meant_by(wanted) p),
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
    select distinct on (h.kind) h.kind, h.held, h.at from record.report_hold h
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
    and exists (select 1 from record.crime_outcome o where o.crime = c.id and o.ends = 'charged'
      and not exists (select 1 from said s where s.kind = 'disclosure' and s.at >= o.at))
  union all
  select 'schedule', c.number, c.id from record.case_file c
  where c.id in (select h from record.cases_that_held(wanted) h)
    and exists (select 1 from record.paper p where p.case_file = c.id and p.kind in ('unused', 'sensitive')
      and not exists (select 1 from said s where s.kind = 'disclosure' and s.at >= p.at))
  union all
  select s.kind, '', wanted from said s where s.held
  order by 1, 2
$$;
