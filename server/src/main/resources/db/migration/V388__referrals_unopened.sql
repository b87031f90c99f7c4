-- Referrals that were sent last and that nobody has opened at the agency that was asked, by what the ledger says of
-- looks; of an agency where nobody signs in, those that nobody has answered. Whoever asks joins them to what they may
-- see. Right: 512 people.
create function access.referrals_unopened() returns table (referral uuid, sent_at timestamptz)
language sql stable security definer set search_path = pg_catalog, record, ledger, access as $$
  select r.id, s.happened_at
  from record.referral r
  join lateral (select l.step, l.happened_at, l.entry from record.referral_step l
                where l.referral = r.id order by l.seq desc limit 1) s on s.step = 'sent'
  where access.has(512)
    and not exists (select 1 from record.referral_contact c where c.referral = r.id and c.happened_at >= s.happened_at)
    and (r.agency is null or not exists (
      select 1 from ledger.entry e join access.account a on a.id = e.actor and a.agency = r.agency
      where e.subjects @> array[r.id] and e.kind = 'referral.received-opened'
        and e.at >= (select n.at from ledger.entry n where n.id = s.entry)))
$$;
revoke all on function access.referrals_unopened() from public;
grant execute on function access.referrals_unopened() to heed_app;
