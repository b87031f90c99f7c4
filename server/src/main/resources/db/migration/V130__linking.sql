-- Linking in the record: which people a mention may mean, who was said to be who, and what it rested
-- on. Rights: 512 people, 32768 the index of people, which Heed's own program alone holds.

-- What lay before whoever linked: the comparisons with their weights, and the model that made them.
alter table record.mention_person add column evidence text;
alter table record.mention_person add column model text;

-- A decision on two people of the record. The latest on the two counts; none is ever changed.
create table record.identity_decision (
  entry uuid not null,
  ordinal int not null,
  a uuid not null,                       -- the one that sorts first
  b uuid not null,
  seq int not null,                      -- order of the decisions on the two
  verdict text not null check (verdict in ('same', 'different', 'unknown')),
  reason text not null,
  evidence text not null,                -- the explanation that lay before the decider, as it was
  model text not null,                   -- that it was made with
  decided_at timestamptz not null,
  primary key (entry, ordinal),
  unique (a, b, seq)
);
create index identity_decision_b on record.identity_decision (b);

-- Weights that were learnt from the record: numbers by comparison and level, nothing of anybody.
create table record.linkage_model (
  entry uuid not null,
  ordinal int not null,
  id text not null unique,
  model text not null,                   -- JSON
  known bigint not null,                 -- the last position of the ledger that it was learnt from
  records bigint not null,
  primary key (entry, ordinal)
);

-- People who may be the same, until somebody decides: found by Heed, kept by no entry.
create table work.proposal (
  kind text not null check (kind in ('people', 'mention')),
  a uuid not null,                       -- a person, or a mention that means nobody yet
  b uuid not null,                       -- a person
  weight double precision not null,
  model text not null,
  proposed_at timestamptz not null,
  primary key (a, b)
);
create index proposal_b on work.proposal (b);

-- How far in the ledger people were looked at for proposals.
create table work.proposed_upto (
  one boolean primary key check (one),
  position bigint not null
);

do $$
declare t text;
begin
  foreach t in array array['identity_decision','linkage_model'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;
create policy see on record.identity_decision for select to heed_app
  using ((select access.has(512))
    and exists (select 1 from record.person p where p.id = identity_decision.a)
    and exists (select 1 from record.person p where p.id = identity_decision.b));
create policy add on record.identity_decision for insert to heed_app
  with check (entry in (select access.own_entries(512))
    and exists (select 1 from record.person p where p.id = identity_decision.a)
    and exists (select 1 from record.person p where p.id = identity_decision.b));
create policy see on record.linkage_model for select to heed_app
  using ((select access.has(512 | 32768)));
create policy add on record.linkage_model for insert to heed_app
  with check (entry in (select access.own_entries(32768)));

grant select, insert, update, delete on work.proposal to heed_app;
alter table work.proposal enable row level security;
create policy see on work.proposal for select to heed_app
  using ((select access.has(32768))
    or ((select access.has(512))
      and exists (select 1 from record.person p where p.id = proposal.b)
      and (exists (select 1 from record.person p where p.id = proposal.a)
        or exists (select 1 from record.mention m where m.id = proposal.a))));
create policy add on work.proposal for insert to heed_app with check ((select access.has(32768)));
create policy change on work.proposal for update to heed_app
  using ((select access.has(32768))) with check ((select access.has(32768)));
create policy take_away on work.proposal for delete to heed_app using ((select access.has(32768)));

grant select, insert, update on work.proposed_upto to heed_app;
alter table work.proposed_upto enable row level security;
create policy keep on work.proposed_upto for all to heed_app
  using ((select access.has(32768))) with check ((select access.has(32768)));

-- Everything of these positions that the index of people is made of, whoever may see it: the index
-- answers with identifiers, and what is told of them is asked again as the asker.
create function access.people_to_link(after bigint, upto bigint)
returns table ("position" bigint, "order" int, kind text, person uuid, mention uuid, report uuid,
  version int, same boolean, given_name text, family_name text, date_of_birth date, sex text)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select k.position, f.ordinal, 'person', f.person, null::uuid, null::uuid, f.version, null::boolean,
    f.given_name, f.family_name, f.date_of_birth, f.sex
  from ledger.leaf k join record.person_version f on f.entry = k.entry
  where k.position > after and k.position <= upto and (select access.has(32768))
  union all
  select k.position, f.ordinal, 'mention', null::uuid, f.id, f.report, f.version, null::boolean,
    f.given_name, f.family_name, f.date_of_birth, f.sex
  from ledger.leaf k join record.mention f on f.entry = k.entry
  where k.position > after and k.position <= upto and (select access.has(32768))
  union all
  select k.position, f.ordinal, 'link', f.person, f.mention, f.report, f.seq, f.same,
    null, null, null::date, null
  from ledger.leaf k join record.mention_person f on f.entry = k.entry
  where k.position > after and k.position <= upto and (select access.has(32768))
  order by 1, 2
$$;
revoke all on function access.people_to_link(bigint, bigint) from public;
grant execute on function access.people_to_link(bigint, bigint) to heed_app;

-- Somebody said not to be meant is no more closed than before: only those are of whom a restricted
-- report speaks, or spoke.
create or replace function access.people_closed_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  return query
    with closed as materialized (select c from access.closed_to_me() c)
    select distinct l.person from record.mention_person l
    where l.same and l.report in (select c from closed)
      and not exists (select 1 from record.mention_person other
                      where other.person = l.person and other.same
                        and other.report not in (select c from closed));
end $$;

-- Who decided on two people may be known by whoever may see the decision.
create or replace function access.author(wrote uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select e.actor from ledger.entry e
  where e.id = wrote and (access.session_now()).account is not null
    and (exists (select 1 from record.flag f where f.entry = wrote)
      or exists (select 1 from record.crime_state f where f.entry = wrote)
      or exists (select 1 from record.report_version f where f.entry = wrote)
      or exists (select 1 from record.restriction f where f.entry = wrote)
      or exists (select 1 from record.mention_person f where f.entry = wrote)
      or exists (select 1 from record.identity_decision f where f.entry = wrote))
$$;
