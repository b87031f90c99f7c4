-- An export taken back: its entries keep their own times, makers and identifiers, and name the entry
-- of the act that took them, which is written when all of them are in.

alter table ledger.entry add column taken_by uuid;  -- null: made here

alter policy write_own on ledger.entry
  with check (actor = (select access.me()) and tx = pg_current_xact_id() and taken_by is null);

-- Whose signed log it was, and how far: what shows later that nothing was changed on the way.
create table record.taken_back (
  entry uuid not null,
  ordinal int not null,
  log text not null,
  key text not null,                     -- the public key that signed it
  size bigint not null,
  root bytea not null,
  note text not null,                    -- its signed checkpoint
  places_kept boolean not null,          -- positions and the times they were settled are the log's own
  primary key (entry, ordinal)
);
alter table record.taken_back enable row level security;
create policy see on record.taken_back for select to heed_app using ((select access.has(128)));
grant select, insert on record.taken_back to heed_app;  -- and no policy lets anyone insert
