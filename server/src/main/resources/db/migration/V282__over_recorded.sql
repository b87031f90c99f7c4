-- Crimes on record that should not be, as an auditor says it of a report.
alter table record.recording_audited add column wrongly int;   -- null: said before it was asked
