-- Nothing is written in an inspection on a case that is closed to who writes. Grades and passages are
-- written with their grading, in one entry. Right: 4194304 inspects.
alter policy add on record.inspection_grading
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and part = access.my_part(inspection)
    and (case_file is null or (case_file not in (select access.cases_closed_to_me())
      and exists (select 1 from record.inspection_case c
        where c.inspection = inspection_grading.inspection and c.case_file = inspection_grading.case_file))));
alter policy add on record.inspection_correction
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me()) and exists (
    select 1 from record.inspection_grading g
    where g.id = inspection_correction.grading and g.by_account = (select access.me())
      and g.part = access.my_part(g.inspection)
      and (g.case_file is null or g.case_file not in (select access.cases_closed_to_me()))));
alter policy add on record.inspection_resolution
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and (case_file is null or case_file not in (select access.cases_closed_to_me()))
    and exists (select 1 from record.inspection_grading g
      where g.inspection = inspection_resolution.inspection
        and g.case_file is not distinct from inspection_resolution.case_file
        and g.id in (select access.gradings_open())));
alter policy add on record.inspection_referral
  with check (entry in (select access.own_entries(4194304)) and by_account = (select access.me())
    and case_file not in (select access.cases_closed_to_me())
    and exists (select 1 from record.inspection_case c
      where c.inspection = inspection_referral.inspection and c.case_file = inspection_referral.case_file));
