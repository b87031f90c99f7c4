-- When others are told of a clock or action past its time, as its standard says; and clocks that stand
-- still: since when, and by which kind of fact. What is kept is worked out anew.

alter table work.case_clock
  add column escalates timestamptz,      -- from when on others are told; null: there is no deadline
  add column escalates_to text,          -- whom besides its owner; null: there is no deadline
  add column stopped timestamptz,        -- since when it stands still; null: it does not
  add column stopped_by text;            -- the kind of fact that it stands still for

alter table work.case_standing
  add column stopped int not null default 0; -- clocks that stand still

drop index work.case_clock_owner;
create index case_clock_owner on work.case_clock (owner, due) where asking or stopped is not null;

insert into work.case_changed (case_file) select id from record.case_file;
