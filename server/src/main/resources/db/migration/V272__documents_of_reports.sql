-- Files attached to reports: seen by whoever sees the report, attached by whoever records or reviews.
-- Rights: 1 records, 16 reviews, 65536 works on cases.

alter table record.document alter column case_file drop not null;
alter table record.document add column report uuid;  -- instead of a case
alter table record.document add constraint document_of_one check (num_nonnulls(case_file, report) = 1);
create index document_report on record.document (report) where report is not null;

alter policy see on record.document
  using (exists (select 1 from record.case_file c where c.id = document.case_file)
    or exists (select 1 from record.report r where r.id = document.report));
alter policy add on record.document
  with check (by_account = (select access.me()) and (
    (entry in (select access.own_entries(65536))
      and exists (select 1 from record.case_file c where c.id = document.case_file))
    or (entry in (select access.own_entries(1 | 16))
      and exists (select 1 from record.report r where r.id = document.report))));
alter policy add on record.document_part
  with check (entry in (select access.own_entries(1 | 16 | 65536))
    and exists (select 1 from record.document d where d.id = document_part.document and d.entry = document_part.entry));

do $$
declare t text;
begin
  foreach t in array array['document_scan','document_state'] loop
    execute format('alter policy add on record.%1$I with check (by_account = (select access.me())'
      || ' and entry in (select access.own_entries(1 | 16 | 65536)) and exists (select 1 from record.document d'
      || ' where d.id = %1$I.document and (d.report is null or %1$I.entry in (select access.own_entries(1 | 16)))'
      || ' and (d.case_file is null or %1$I.entry in (select access.own_entries(65536)))))', t);
  end loop;
end $$;
