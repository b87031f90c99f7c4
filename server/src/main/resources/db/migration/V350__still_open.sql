-- What was still open when a case was closed, each by what it is and its identifier.
alter table record.case_state add column open_ids text;
