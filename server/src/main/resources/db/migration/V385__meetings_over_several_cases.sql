-- A meeting over several cases is one part in each of them: with its own agenda, minutes and actions, seen by whoever may see
-- that case. What the parts share is this identifier (null: a meeting of one case alone).
alter table record.case_meeting add column sitting uuid;
create index case_meeting_sitting on record.case_meeting (sitting) where sitting is not null;
