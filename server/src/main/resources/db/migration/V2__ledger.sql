-- The ledger: one entry for every change and every look, settled into a Merkle tree.
-- Entries hold digests and identifiers, never personal text (docs/ledger.md).

create table ledger.entry (
  id uuid primary key,
  tx xid8 not null default pg_current_xact_id(),
  kind text not null,
  actor uuid not null,
  at timestamptz not null,
  rows int not null,
  content bytea not null check (length(content) = 32),
  subjects uuid[] not null,
  purpose text                           -- a code for why, never free text
);
create index entry_tx on ledger.entry (tx);

-- The secret that makes an entry's digests unguessable; destroyed with the content it covers.
create table ledger.salt (
  entry uuid primary key,
  salt bytea not null
);

-- Rows whose content a retention decision destroyed, and what keeps the proof whole.
create table ledger.destroyed (
  entry uuid not null,
  ordinal int not null,
  commitment bytea not null check (length(commitment) = 32),
  primary key (entry, ordinal)
);
create table ledger.survivor (
  entry uuid not null,
  ordinal int not null,
  row_salt bytea not null,
  primary key (entry, ordinal)
);

create table ledger.leaf (
  position bigint primary key,
  entry uuid not null,
  hash bytea not null check (length(hash) = 32)
);
create unique index leaf_entry on ledger.leaf (entry) include (position);

create table ledger.tile (
  level int not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);

-- One row each time positions were settled. "As known at T" is the last position settled by T.
create table ledger.batch (
  size bigint primary key,               -- leaves in the tree after it
  settled_at timestamptz not null,
  horizon xid8 not null                  -- every transaction below it is in the tree
);
create index batch_settled on ledger.batch (settled_at, size);

create table ledger.checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  at timestamptz not null
);

grant select, insert on ledger.entry, ledger.salt to heed_app;
grant select on ledger.leaf, ledger.batch, ledger.checkpoint, ledger.tile, ledger.destroyed to heed_app;
grant select on ledger.entry, ledger.salt to heed_ledger;
grant select, insert on ledger.leaf, ledger.tile, ledger.batch, ledger.checkpoint to heed_ledger;

-- The last position settled by a moment; -1 before the first.
create function ledger.position_at(moment timestamptz) returns bigint
language sql stable as $$
  select coalesce(max(size), 0) - 1 from ledger.batch where settled_at <= moment
$$;
grant execute on function ledger.position_at(timestamptz) to heed_app;

alter table ledger.entry enable row level security;
create policy write_own on ledger.entry for insert to heed_app with check (actor = (select access.me()));
create policy read_for_audit on ledger.entry for select to heed_app
  using ((select access.has(128)) or actor = (select access.me()));
create policy settle on ledger.entry for select to heed_ledger using (true);

alter table ledger.salt enable row level security;
create policy write_salt on ledger.salt for insert to heed_app with check ((select access.me()) is not null);
create policy read_salt on ledger.salt for select to heed_app using ((select access.has(128)));
create policy settle on ledger.salt for select to heed_ledger using (true);
