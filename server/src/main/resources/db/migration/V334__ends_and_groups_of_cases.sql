-- What became of a crime, and a decision on a group, tell the clocks of the cases of their reports.

create trigger stands after insert on record.crime_outcome referencing new table as added
  for each statement execute function work.report_changes();
create trigger stands after insert on record.group_report referencing new table as added
  for each statement execute function work.report_changes();

insert into work.case_changed (case_file) select id from record.case_file;
