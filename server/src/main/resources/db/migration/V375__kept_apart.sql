-- Who is who goes through what holds in the order in which each two were first said to be one, so that a
-- decision undone and made again leaves everything as it was.
create or replace function access.identities_to_find()
returns table (a uuid, b uuid, verdict text, at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select f.a, f.b, f.verdict, s.decided_at from record.identity_decision f
  cross join lateral (
    select s.decided_at, s.entry from record.identity_decision s
    where s.a = f.a and s.b = f.b and (s.verdict = 'same' or s.seq = f.seq)
    order by s.verdict = 'same' desc, s.seq limit 1) s
  where (select access.has(32768)) and not exists (
    select 1 from record.identity_decision n where n.a = f.a and n.b = f.b and n.seq > f.seq)
  order by s.decided_at, s.entry
$$;

-- Everybody whom decisions that hold, or wait, say to be one with any of these.
create function record.said_to_be_one(of uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, record as $$
  with recursive one (person) as (
    select unnest(of)
    union
    select o.person from one r cross join lateral (
      select d.b, d.a, d.b, d.seq from identity_decision d where d.a = r.person and d.verdict = 'same'
      union all
      select d.a, d.a, d.b, d.seq from identity_decision d where d.b = r.person and d.verdict = 'same') o (person, a, b, seq)
    where not exists (
      select 1 from identity_decision n where n.a = o.a and n.b = o.b and n.seq > o.seq))
  select array_agg(person order by person) from one
$$;
revoke all on function record.said_to_be_one(uuid[]) from public;

-- Decisions that two of these people are one which others speak against, as they hold now or as they would once
-- somebody said that two of them are one. The rule is that of IdentityView in the engine.
create function record.waiting_among(people uuid[], one uuid, other uuid, asked boolean)
returns table (a uuid, b uuid)
language plpgsql stable security definer set search_path = pg_catalog, record as $$
declare
  part uuid[] := people;
  said record;
  of_a uuid[];
  of_b uuid[];
begin
  for said in
    select s.a, s.b from (
      select f.a, f.b, first.decided_at, first.entry
      from identity_decision f
      cross join lateral (
        select s.decided_at, s.entry from identity_decision s
        where s.a = f.a and s.b = f.b and s.verdict = 'same' order by s.seq limit 1) first
      where f.a = any (people) and f.b = any (people)
        and (f.verdict = 'same' or (asked and f.a = one and f.b = other))
        and not exists (select 1 from identity_decision n where n.a = f.a and n.b = f.b and n.seq > f.seq)
      union all
      select one, other, null, null where asked and not exists (
        select 1 from identity_decision f where f.a = one and f.b = other and f.verdict = 'same')) s
    order by s.decided_at, s.entry
  loop
    of_a := array(select m.who from unnest(people, part) m (who, whose)
      where m.whose = part[array_position(people, said.a)]);
    of_b := array(select m.who from unnest(people, part) m (who, whose)
      where m.whose = part[array_position(people, said.b)]);
    if exists (
        select 1 from identity_decision d
        where ((d.a = any (of_a) and d.b = any (of_b)) or (d.a = any (of_b) and d.b = any (of_a)))
          and d.verdict = 'different' and not (asked and d.a = one and d.b = other)
          and not exists (select 1 from identity_decision n where n.a = d.a and n.b = d.b and n.seq > d.seq)) then
      a := said.a;
      b := said.b;
      return next;
    else
      part := array(select case when m.who = any (of_b) then part[array_position(people, said.a)] else m.whose end
        from unnest(people, part) with ordinality m (who, whose, nth) order by m.nth);
    end if;
  end loop;
end $$;
revoke all on function record.waiting_among(uuid[], uuid, uuid, boolean) from public;

-- Whether decisions that hold keep two people apart, or would no longer hold if they were one: also those on somebody
-- closed to the asker, of whom a yes or no tells nothing.
-- The one is that which decisions on the two name first.
create function access.kept_apart(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select access.has(512)
    and not exists (select 1 from access.people_closed_to_me() c where c in (one, other))
    and exists (
      select 1 from record.said_to_be_one(array[one, other]) p (people)
      cross join lateral record.waiting_among(p.people, one, other, true) t
      where (t.a, t.b) = (one, other) or not exists (
        select 1 from record.waiting_among(p.people, one, other, false) n
        where n.a = t.a and n.b = t.b))
$$;
revoke all on function access.kept_apart(uuid, uuid) from public;
grant execute on function access.kept_apart(uuid, uuid) to heed_app;

-- Two who were said to be different while others say that they are one: where decisions wait for a person to
-- look at them. That any still does is worked out again by whoever asks.
create table work.torn (
  a uuid not null,
  b uuid not null,
  primary key (a, b)
);
alter table work.torn enable row level security;
grant select, insert on work.torn to heed_app;
create policy see on work.torn for select to heed_app
  using ((select access.has(512))
    and exists (select 1 from record.person p where p.id = torn.a)
    and exists (select 1 from record.person p where p.id = torn.b));

create function work.tear() returns trigger
language plpgsql security definer set search_path = pg_catalog, work, record as $$
declare
  asked record;
  people uuid[];
begin
  for asked in select distinct a, b from added loop
    people := said_to_be_one(array[asked.a, asked.b]);
    insert into torn (a, b)
    select d.a, d.b from identity_decision d
    where d.a = any (people) and d.b = any (people) and d.verdict = 'different'
      and d.a = any (said_to_be_one(array[d.b]))
      and not exists (select 1 from identity_decision n where n.a = d.a and n.b = d.b and n.seq > d.seq)
    on conflict do nothing;
  end loop;
  return null;
end $$;
revoke all on function work.tear() from public;
create trigger tears after insert on record.identity_decision referencing new table as added
  for each statement execute function work.tear();

insert into work.torn (a, b)
select d.a, d.b from record.identity_decision d
where d.verdict = 'different'
  and not exists (select 1 from record.identity_decision n where n.a = d.a and n.b = d.b and n.seq > d.seq)
  and d.a = any (record.said_to_be_one(array[d.b]));

create function work.untear() returns trigger
language plpgsql security definer set search_path = pg_catalog, work as $$
begin
  delete from torn t using gone g where t.a = g.a and t.b = g.b;
  return null;
end $$;
revoke all on function work.untear() from public;
create trigger untears after delete on record.identity_decision referencing old table as gone
  for each statement execute function work.untear();
