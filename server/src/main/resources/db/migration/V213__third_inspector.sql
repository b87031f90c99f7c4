-- A third inspector may grade, independently of the first two.
alter table record.inspection_grader drop constraint inspection_grader_part_check;
alter table record.inspection_grader add constraint inspection_grader_part_check
  check (part in ('self', 'first', 'second', 'third'));
alter table record.inspection_grading drop constraint inspection_grading_part_check;
alter table record.inspection_grading add constraint inspection_grading_part_check
  check (part in ('self', 'first', 'second', 'third'));
