-- Who brings a list chooses what is opened: its graders are named by who supervises, and never by themselves.
-- Rights: 131072 supervises, 4194304 inspects.
drop policy add on record.inspection_grader;
create policy add on record.inspection_grader for insert to heed_app
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and exists (select 1 from record.inspection i where i.id = inspection_grader.inspection
      and (i.origin is null
        or ((select access.has(131072)) and inspection_grader.account <> (select access.me())))));
