-- An import may be the first to say which operation a report belongs to; it changes nothing that was said.
alter policy add on record.report_operation
  with check ((entry in (select access.own_entries(16))
      or (entry in (select access.own_entries(2048)) and seq = 1))
    and exists (select 1 from record.report r where r.id = report_operation.report));
