-- The plan of a case: actions, decisions, lines of enquiry, how urgent a named officer holds it to be,
-- and the child's own words, which stand by themselves.

create table record.case_action (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  what text not null,
  meeting uuid,                          -- the meeting that set it; null: set outside one
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_action_case on record.case_action (case_file);

-- What became of an action: the latest counts, and the day it was first due on stays.
create table record.case_action_state (
  entry uuid not null,
  ordinal int not null,
  action uuid not null,
  case_file uuid not null,
  seq int not null,
  act text not null check (act in ('set', 'moved', 'handed-over', 'done', 'dropped')),
  owner uuid,                            -- null: nobody yet, or not an account
  due_at timestamptz not null,
  says text not null,                    -- why, or what came of it
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (action, seq)
);
create index case_action_state_case on record.case_action_state (case_file);
create index case_action_state_owner on record.case_action_state (owner, due_at);

create table record.case_decision (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  decision text not null,
  reason text not null,
  decided_at timestamptz not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_decision_case on record.case_decision (case_file);

-- What a child said, as the child said it: nothing reads it for findings and nothing advises on it.
create table record.case_words (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  member uuid,                           -- which child; null: not said
  words text not null,
  demeanour text not null,
  said_at timestamptz not null,
  said_to text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_words_case on record.case_words (case_file);

create table record.case_line (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  says text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_line_case on record.case_line (case_file);

create table record.case_line_state (
  entry uuid not null,
  ordinal int not null,
  line uuid not null,
  case_file uuid not null,
  seq int not null,
  state text not null check (state in ('open', 'closed', 'refused')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (line, seq)
);
create index case_line_state_case on record.case_line_state (case_file);

-- How urgent a named officer holds a case to be. Nothing in Heed works this out.
create table record.case_grade (
  entry uuid not null,
  ordinal int not null,
  case_file uuid not null,
  seq int not null,
  grade text not null check (grade in ('high', 'medium', 'standard')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (case_file, seq)
);

-- Of these cases, those whose owner has not opened them since they were given to them: that alone,
-- for whoever supervises.
create function access.cases_unopened(wanted uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select o.case_file
  from unnest(wanted) as w (id)
  join lateral (select f.* from record.case_owner f where f.case_file = w.id
                order by f.seq desc limit 1) o on true
  where o.owner is not null and o.owner <> o.by_account and access.has(131072)
    and not exists (select 1 from ledger.entry e
      where e.actor = o.owner and e.at > o.at and e.kind like 'case.%' and e.subjects @> array[o.case_file])
$$;
revoke all on function access.cases_unopened(uuid[]) from public;
grant execute on function access.cases_unopened(uuid[]) to heed_app;

-- As before, and for no area in particular everybody who works on cases anywhere.
create or replace function access.caseworkers(wanted text) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct a.id, a.display_name
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant
        where role in ('investigator', 'supervisor', 'hub', 'exploitation-lead')
        order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now())
    and (g.area is null or wanted = '' or g.area = wanted) and access.has(65536)
  order by 2, 1
$$;

do $$
declare
  t text;
  own text := 'by_account = (select access.me()) and entry in (select access.own_entries(65536))';
  seen text := 'exists (select 1 from record.case_file c where c.id = %1$I.case_file)';
begin
  foreach t in array array['case_action','case_action_state','case_decision','case_words','case_line',
    'case_line_state','case_grade'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
    execute format('create policy see on record.%1$I for select to heed_app using (' || seen || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own || ' and ' || seen || ')', t);
  end loop;
end $$;
