-- Releases of figures: what somebody proposes, frozen, and what somebody else decides on it. The
-- figures themselves lie outside the database without a person in them; here is who answers for them.

create table record.release (
  entry uuid not null,
  ordinal int not null,
  id text not null unique,
  title text not null,
  publisher text not null,
  known_at timestamptz not null,
  tables int not null,
  frozen bytea not null check (length(frozen) = 32),   -- SHA-256 of what it is made from
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (entry, ordinal)
);

create table record.release_decision (
  entry uuid not null,
  ordinal int not null,
  release text not null unique,
  signed boolean not null,               -- false: it is not to be published
  reason text not null,
  manifest bytea,                        -- SHA-256 of the list of its files' hashes, where signed
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (entry, ordinal)
);

grant select, insert on record.release, record.release_decision to heed_app;
alter table record.release enable row level security;
alter table record.release_decision enable row level security;

-- Rights: 8 pseudonymised rows, 64 figures, 4096 answer for counting.
create policy see on record.release for select to heed_app
  using ((select access.has(64 | 4096)));
create policy see on record.release_decision for select to heed_app
  using ((select access.has(64 | 4096)));
create policy add on record.release for insert to heed_app
  with check ((select access.has(64)) and (select access.has(8))
    and proposed_by = (select access.me())
    and exists (select 1 from ledger.entry e
      where e.id = release.entry and e.actor = (select access.me()) and e.tx = pg_current_xact_id()));

-- Whoever proposed a release never decides on it.
create policy add on record.release_decision for insert to heed_app
  with check ((select access.has(4096))
    and decided_by = (select access.me())
    and exists (select 1 from record.release r
      where r.id = release_decision.release and r.proposed_by <> (select access.me()))
    and exists (select 1 from ledger.entry e
      where e.id = release_decision.entry and e.actor = (select access.me())
        and e.tx = pg_current_xact_id()));
