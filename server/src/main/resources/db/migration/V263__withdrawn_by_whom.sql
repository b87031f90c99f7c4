-- Besides what lets somebody say so at all: what is attached to no case, so to a report, is withdrawn and put in
-- again by whoever reviews or who attached it. Whoever records alone takes nothing of others' from everybody.
-- Right: 16 reviews.
create policy taken_back on record.document_state as restrictive for insert to heed_app
  with check (exists (select 1 from record.document d where d.id = document_state.document
    and (d.case_file is not null or d.by_account = (select access.me())
      or document_state.entry in (select access.own_entries(16)))));
