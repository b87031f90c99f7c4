-- Answers kept for repeated requests go after a day; nobody sees another's while they are there.
create index idempotency_at on work.idempotency (at);

-- Forgets some of those kept since before the moment. Waits for nobody.
create function work.forget_answers(oldest timestamptz) returns int
language sql volatile security definer set search_path = pg_catalog, work as $$
  with gone as (
    delete from work.idempotency where (account, key) in (
      select account, key from work.idempotency where at < oldest and at < now()
      order by at limit 1000 for update skip locked)
    returning 1)
  select count(*)::int from gone
$$;
revoke all on function work.forget_answers(timestamptz) from public;
grant execute on function work.forget_answers(timestamptz) to heed_app;
