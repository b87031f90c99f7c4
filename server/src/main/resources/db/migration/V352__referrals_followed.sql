-- How to reach a child safely and what is dangerous, as said again of a referral since it was written: the latest counts.
create table record.referral_safety (
  entry uuid not null,
  ordinal int not null,
  referral uuid not null,
  seq int not null,
  safe_contact text not null,
  danger text not null,
  reason text not null,                  -- what changed
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (referral, seq)
);
alter table record.referral_safety enable row level security;
grant select, insert on record.referral_safety to heed_app;
create policy see on record.referral_safety for select to heed_app
  using (exists (select 1 from record.referral r where r.id = referral_safety.referral));
create policy add on record.referral_safety for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(512))
    and exists (select 1 from record.referral r where r.id = referral_safety.referral));

-- Referrals that were sent to the asker's agency and that it has: not taken back, and not rejected since the last sending.
create or replace function access.referred_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(1048576) then
    return query
      select r.id from record.referral r
      where r.agency = access.agency()
        and exists (select 1 from record.referral_step s where s.referral = r.id and s.step = 'sent')
        and not exists (select 1 from record.referral_step s where s.referral = r.id and s.step = 'revoked')
        and not exists (select 1 from record.referral_step s where s.referral = r.id and s.step = 'rejected'
          and not exists (select 1 from record.referral_step l where l.referral = r.id and l.seq > s.seq
            and l.step = 'sent'));
  end if;
end $$;

-- Those that it had and has no longer: that they ended, and why, and nothing of the child.
create function access.referred_to_me_before()
  returns table (id uuid, step text, happened_at timestamptz, says text)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(1048576) then
    return query
      select r.id, s.step, s.happened_at, s.says from record.referral r
      join lateral (select l.step, l.happened_at, l.says from record.referral_step l
                    where l.referral = r.id order by l.seq desc limit 1) s on true
      where r.agency = access.agency() and s.step in ('revoked', 'rejected')
        and exists (select 1 from record.referral_step l where l.referral = r.id and l.step = 'sent')
      order by s.happened_at desc, r.id;
  end if;
end $$;
revoke all on function access.referred_to_me_before() from public;
grant execute on function access.referred_to_me_before() to heed_app;
