-- A crime that turns out to be of the same incident as one from another report is counted in that one;
-- or a person says that it is a crime of its own. The other crime's number is its state's reference.
alter table record.crime_state drop constraint crime_state_act_check;
alter table record.crime_state add constraint crime_state_act_check
  check (act in ('recorded', 'reclassified', 'cancelled', 'reinstated', 'merged', 'several'));
