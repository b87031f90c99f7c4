-- Referrals of people on record to those who can help, each until an outcome. Whoever may look people
-- up sees those of the people open to them; the agency that one was sent to sees that one, and nothing
-- else of the child. Rights: 512 people, 1048576 what was referred to one's agency.

create table record.referral (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  person uuid not null,
  name text not null,                    -- of the child, as it was referred
  born date,
  area text not null,
  service text not null,                 -- social-care, support, trafficking, health
  recipient text not null,               -- who is asked
  agency text,                           -- whose people sign in and see it; null: nobody there signs in
  concern text not null,                 -- why, in words for them
  basis text not null,                   -- what makes sharing lawful
  basis_reason text not null,
  agreed text not null,                  -- whether the child agrees to support: yes, no, not-asked
  safe_contact text not null,            -- how to reach the child without putting them in danger
  danger text not null,                  -- what is known to be dangerous, for whoever goes there
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index referral_person on record.referral (person);
create index referral_agency on record.referral (agency) where agency is not null;

create table record.referral_step (
  entry uuid not null,
  ordinal int not null,
  referral uuid not null,
  seq int not null,
  step text not null,                    -- sent, accepted, rejected, done, revoked, outcome
  happened_at timestamptz not null,
  says text,
  by_account uuid not null,
  primary key (entry, ordinal),
  unique (referral, seq)
);

-- That whoever was asked was in touch with the child, or tried. Therapeutic notes are not kept here.
create table record.referral_contact (
  entry uuid not null,
  ordinal int not null,
  referral uuid not null,
  seq int not null,
  kind text not null,                    -- seen, spoken, tried, with-carer, with-professional
  happened_at timestamptz not null,
  says text not null,
  by_account uuid not null,
  primary key (entry, ordinal),
  unique (referral, seq)
);

-- Referrals that were sent to the asker's agency and not taken back since.
create function access.referred_to_me() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(1048576) then
    return query
      select r.id from record.referral r
      where r.agency = access.agency()
        and exists (select 1 from record.referral_step s where s.referral = r.id and s.step = 'sent')
        and not exists (select 1 from record.referral_step s where s.referral = r.id and s.step = 'revoked');
  end if;
end $$;

-- Agencies whose people sign in to see what is sent to them.
create function access.partner_agencies() returns setof text
language sql stable security definer set search_path = pg_catalog, access as $$
  select distinct a.agency
  from (select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant
        where role in ('partner', 'support-practitioner')
        order by account, role, area, seq desc) g
  join access.account a on a.id = g.account
  where g.granted and (g.until is null or g.until > now()) and access.has(512 | 65536)
  order by 1
$$;

do $$
declare
  t text;
begin
  foreach t in array array['access.referred_to_me()', 'access.partner_agencies()'] loop
    execute 'revoke all on function ' || t || ' from public';
    execute 'grant execute on function ' || t || ' to heed_app';
  end loop;
  foreach t in array array['referral','referral_step','referral_contact'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
  end loop;
  foreach t in array array['referral_step','referral_contact'] loop
    execute format('create policy see on record.%1$I for select to heed_app'
      || ' using (exists (select 1 from record.referral r where r.id = %1$I.referral))', t);
  end loop;
end $$;
create policy see on record.referral for select to heed_app
  using (((select access.has(512)) and exists (select 1 from record.person p where p.id = referral.person))
    or id in (select access.referred_to_me()));
create policy add on record.referral for insert to heed_app
  with check (entry in (select access.own_entries(512)) and by_account = (select access.me())
    and exists (select 1 from record.person p where p.id = referral.person));
-- Whoever was asked answers; sending and taking back are not theirs.
create policy add on record.referral_step for insert to heed_app
  with check (by_account = (select access.me())
    and exists (select 1 from record.referral r where r.id = referral_step.referral)
    and (entry in (select access.own_entries(512))
      or (entry in (select access.own_entries(1048576)) and step in ('accepted', 'rejected', 'done', 'outcome'))));
create policy add on record.referral_contact for insert to heed_app
  with check (by_account = (select access.me()) and entry in (select access.own_entries(512 | 1048576))
    and exists (select 1 from record.referral r where r.id = referral_contact.referral));
