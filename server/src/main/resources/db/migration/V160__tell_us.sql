-- Tell us: what the public and professionals tell without an account, and what becomes of it. Rights:
-- 262144 handles messages, 524288 the page itself, which Heed's own program alone holds.

-- What somebody is typing. It goes when it is sent, when they leave, and two hours after they last
-- went on. Nobody reads it but through the token of the browser that typed it.
create table work.telling (
  token_hash bytea primary key,
  content text not null,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index telling_expires on work.telling (expires_at);

create table record.message (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  reference text not null unique,        -- what the teller was given
  source text not null check (source in ('public', 'professional')),
  teller text not null,                  -- child, other, professional
  area text,                             -- as the teller said; null where they did not know
  danger text not null,                  -- as the teller said: now, not-now, not-sure
  happened text not null,
  whereabouts text,
  child_name text,
  child_age int,
  teller_name text,
  teller_role text,
  organisation text,
  contact_how text not null,             -- phone, text, email, someone, none
  contact_to text,
  contact_when text,
  contact_care text,                     -- what must not be done
  knows text,                            -- a professional's: whether child and family know of it
  received_at timestamptz not null,
  due_at timestamptz,                    -- by the standard in force when it came
  standard text,                         -- that standard and the rulebook that held it
  before_from_there int not null,        -- how many came from the same place in the hour before
  primary key (entry, ordinal)
);

create table record.message_step (
  entry uuid not null,
  ordinal int not null,
  message uuid not null,
  seq int not null,
  step text not null,                    -- owned, opened, taken, handed-over, reported, joined, closed
  owner uuid,                            -- from here on; null where nobody could be found
  report uuid,
  reason text,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (message, seq)
);
create index message_step_report on record.message_step (report) where report is not null;

do $$
declare t text;
begin
  foreach t in array array['message','message_step'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
end $$;
create policy see on record.message for select to heed_app
  using ((select access.has(262144))
    and (area is null or (select access.areas()) is null or area = any ((select access.areas())::text[])));
create policy add on record.message for insert to heed_app
  with check (entry in (select access.own_entries(524288)));
create policy see on record.message_step for select to heed_app
  using (exists (select 1 from record.message m where m.id = message_step.message));
create policy add on record.message_step for insert to heed_app
  with check (by_account = (select access.me())
    and (entry in (select access.own_entries(524288))
      or (entry in (select access.own_entries(262144))
        and exists (select 1 from record.message m where m.id = message_step.message))));

grant select, insert, update, delete on work.telling to heed_app;
alter table work.telling enable row level security;
create policy own on work.telling to heed_app
  using ((select access.has(524288))
    and token_hash = (select sha256(convert_to(nullif(current_setting('heed.telling', true), ''), 'UTF8'))))
  with check ((select access.has(524288))
    and token_hash = (select sha256(convert_to(nullif(current_setting('heed.telling', true), ''), 'UTF8'))));

-- Forgets what nobody went on with.
create function access.forget_tellings() returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, work, access as $$
declare gone bigint := 0;
begin
  if access.has(524288) then
    delete from work.telling where expires_at < now();
    get diagnostics gone = row_count;
  end if;
  return gone;
end $$;

-- How many messages nobody has opened, and how many of those are past their hour: numbers, for the
-- page that says whether anyone is reading, and for whoever watches the machine.
create function access.messages_unread(moment timestamptz)
returns table (unread bigint, overdue bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select count(*), count(*) filter (where m.due_at is null or m.due_at < moment), min(m.received_at)
  from record.message m
  where (select access.has(524288)) and not exists (
    select 1 from record.message_step s where s.message = m.id
      and s.step in ('opened', 'reported', 'joined', 'closed'))
$$;

-- Who may handle messages of an area (null: of no area that is known).
create function access.handlers(wanted text)
returns table (account uuid, name text, display_name text, role text, area text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select a.id, a.name, a.display_name, g.role, g.area
  from (
    select distinct on (account, role, area) account, role, area, granted, until
    from access.role_grant where role in ('hub', 'supervisor')
    order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now())
    and (wanted is null or g.area is null or g.area = wanted)
    and (select access.has(262144 | 524288))
$$;

-- Who owns a message when it comes: the one on duty, else somebody of the hub before a supervisor,
-- one for the area before one for all, the least burdened first.
create function access.on_duty(wanted text, duty text) returns uuid
language sql stable security definer set search_path = pg_catalog, record, access as $$
  select h.account from access.handlers(wanted) h
  order by (lower(h.name) is distinct from lower(duty)), h.role, (h.area is null),
    (select count(*) from record.message_step s where s.owner = h.account and not exists (
       select 1 from record.message_step later where later.message = s.message
         and later.seq > s.seq and (later.owner is not null or later.step in ('reported', 'joined', 'closed')))),
    h.account
  limit 1
$$;

do $$
declare f text;
begin
  foreach f in array array['access.forget_tellings()', 'access.messages_unread(timestamptz)',
    'access.handlers(text)', 'access.on_duty(text, text)'] loop
    execute 'revoke all on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to heed_app';
  end loop;
end $$;
