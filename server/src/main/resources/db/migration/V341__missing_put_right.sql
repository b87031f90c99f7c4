-- What was recorded of a missing episode wrongly is put right by a second fact: an episode of the wrong
-- child, that somebody is found, what became of an interview. It names the entry of what it withdraws.

create table record.missing_withdrawal (
  entry uuid not null,
  ordinal int not null,
  episode uuid not null,
  withdraws uuid not null unique,        -- the entry of what was recorded wrongly
  what text not null check (what in ('episode', 'found', 'prevention', 'return')),
  reason text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index missing_withdrawal_episode on record.missing_withdrawal (episode);
alter table record.missing_withdrawal enable row level security;
grant select, insert on record.missing_withdrawal to heed_app;
create policy see on record.missing_withdrawal for select to heed_app
  using (exists (select 1 from record.missing_episode e where e.id = missing_withdrawal.episode));
create policy add on record.missing_withdrawal for insert to heed_app
  with check (entry in (select access.own_entries(512)) and by_account = (select access.me())
    and exists (select 1 from record.missing_episode e where e.id = missing_withdrawal.episode));
create trigger stands after insert on record.missing_withdrawal referencing new table as added
  for each statement execute function work.episode_changes();

-- Found again, once the first was withdrawn; whoever records it holds the episode meanwhile.
alter table record.missing_found drop constraint missing_found_episode_key;
create index missing_found_episode on record.missing_found (episode);

-- Reports of somebody missing that no episode belongs to, the oldest first.
create index report_version_missing on record.report_version (recorded_at)
  where kind = 'missing-episode' and version = 1;
create index missing_episode_report on record.missing_episode (report) where report is not null;
create index missing_episode_reported on record.missing_episode (reported_at);

-- Nothing of an episode that was withdrawn counts elsewhere either.
do $$
declare
  one record;
  said text;
begin
  for one in select * from (values
      ('access.first_area_shown(bigint, uuid[], text[], text[])',
       'where p.case_file in (select mine.id from mine) and p.linked',
       'where p.case_file in (select mine.id from mine) and p.linked'
         || ' and not exists (select 1 from record.missing_withdrawal w'
         || ' join ledger.leaf x on x.entry = w.entry and x.position <= known where w.withdraws = e.entry)'),
      ('record.holds_on_report(uuid)',
       'and not exists (select 1 from record.missing_found f where f.episode = e.id)',
       'and not exists (select 1 from record.missing_found f where f.episode = e.id'
         || ' and not exists (select 1 from record.missing_withdrawal w where w.withdraws = f.entry))'
         || ' and not exists (select 1 from record.missing_withdrawal w where w.withdraws = e.entry)'))
      as t (name, was, now) loop
    said := pg_get_functiondef(one.name::regprocedure);
    if position(one.was in said) = 0 then
      raise exception 'the function % is not as it was', one.name;
    end if;
    execute replace(said, one.was, one.now);
  end loop;
end $$;
