-- What was open when a case was closed and is open still, kept beside how cases stand, so that nobody
-- who lists such cases goes through every closed one.
alter table work.case_standing
  add column closed_at timestamptz,          -- null: not closed too soon
  add column lines int not null default 0,   -- of enquiry, open
  add column suspects int not null default 0; -- neither interviewed nor, with a reason, left alone
create index case_standing_early on work.case_standing (closed_at desc, case_file) where closed_at is not null;

insert into work.case_changed (case_file) select distinct case_file from record.case_state where act = 'closed';
