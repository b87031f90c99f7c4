-- Finding who looked at what: newest first, of one person, of one record.

create index entry_at on ledger.entry (at, id);
create index entry_actor on ledger.entry (actor, at, id);
-- Without its waiting list, whose emptying would hold up a writer now and then.
create index entry_subjects on ledger.entry using gin (subjects) with (fastupdate = off);

-- Accounts whose name or display name holds the words, for auditors; at most so many.
create function access.accounts_named(words text, most int) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, access as $$
  select a.id, a.display_name from access.account a
  where access.has(128)
    and (position(lower(words) in lower(a.display_name)) > 0 or lower(a.name) = lower(words))
  order by a.display_name, a.id limit most
$$;
revoke all on function access.accounts_named(text, int) from public;
grant execute on function access.accounts_named(text, int) to heed_app;
