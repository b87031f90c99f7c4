-- Missing episodes of people on record: what a named officer made of each, and the two interviews
-- afterwards. Whoever may look people up sees those of the people open to them, of every area: the
-- risk to a child is graded from all that is held. Right: 512 people.

create table record.missing_episode (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  person uuid not null,
  area text not null,
  report uuid,                           -- the report that told of it, if one did
  last_seen_at timestamptz,
  reported_at timestamptz not null,
  reported_by text,
  circumstances text not null,
  recorded_by uuid not null,
  primary key (entry, ordinal)
);
create index missing_episode_person on record.missing_episode (person);

-- A grade of the risk, by a person, never by Heed. The latest counts.
create table record.missing_grade (
  entry uuid not null,
  ordinal int not null,
  episode uuid not null,
  seq int not null,
  grade text not null,                   -- high, medium, low, none-apparent
  reason text not null,
  held text not null,                    -- what lay before whoever graded: reports and episodes, and how many more
  advised text,                          -- words of the reason that were pointed out and kept
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (episode, seq)
);

create table record.missing_found (
  entry uuid not null,
  ordinal int not null,
  episode uuid not null unique,
  found_at timestamptz not null,
  place text not null,
  found_by text not null,
  condition text not null,               -- how the child was, in plain words
  by_account uuid not null,
  primary key (entry, ordinal)
);

-- The police prevention interview and the independent return interview: two things, never one.
create table record.missing_interview (
  entry uuid not null,
  ordinal int not null,
  episode uuid not null,
  seq int not null,
  kind text not null check (kind in ('prevention', 'return')),
  outcome text not null,                 -- offered, held, declined, not-held, unavailable, available
  at timestamptz not null,
  interviewer text,
  independent boolean,
  tried text,
  result text,
  by_account uuid not null,
  primary key (entry, ordinal),
  unique (episode, seq)
);

do $$
declare t text;
begin
  foreach t in array array['missing_episode','missing_grade','missing_found','missing_interview'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['missing_grade','missing_found','missing_interview'] loop
    execute format('create policy see on record.%1$I for select to heed_app using (exists (select 1'
      || ' from record.missing_episode e where e.id = %1$I.episode))', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check ('
      || 'entry in (select access.own_entries(512)) and by_account = (select access.me()) and exists'
      || ' (select 1 from record.missing_episode e where e.id = %1$I.episode))', t);
  end loop;
end $$;
create policy see on record.missing_episode for select to heed_app
  using ((select access.has(512)) and exists (select 1 from record.person p where p.id = missing_episode.person));
create policy add on record.missing_episode for insert to heed_app
  with check (entry in (select access.own_entries(512)) and recorded_by = (select access.me())
    and exists (select 1 from record.person p where p.id = missing_episode.person));

-- How many more reports mean these people than the asker may see, restricted ones apart: a number,
-- so that whoever grades a risk knows that more is held than lies before them.
create function access.reports_held_elsewhere(people uuid[]) returns bigint
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select count(distinct r.id)
  from record.mention_person l join record.report r on r.id = l.report
  where l.person = any (people) and l.same and (select access.has(512))
    and not exists (select 1 from record.mention_person u
      where u.mention = l.mention and u.person = l.person and u.seq > l.seq and not u.same)
    and r.id not in (select access.closed_to_me())
    and not (((select access.has(2)) and ((select access.areas()) is null
        or r.area = any ((select access.areas())::text[])))
      or ((select access.has(4)) and r.agency = (select access.agency()))
      or r.recorded_by = (select access.me()))
$$;
revoke all on function access.reports_held_elsewhere(uuid[]) from public;
grant execute on function access.reports_held_elsewhere(uuid[]) to heed_app;
