-- Of a meeting: which children it is about (their places in the case, separated by commas; null: not said), what kind of
-- agency somebody came for (null: written before kinds were), and that it was not held after all.
alter table record.case_meeting add column children text;
alter table record.case_attendance add column agency_kind text;
alter table record.case_meeting_state drop constraint case_meeting_state_act_check;
alter table record.case_meeting_state add constraint case_meeting_state_act_check
  check (act in ('planned', 'moved', 'held', 'cancelled', 'withdrawn'));

-- Of an action: somebody of another agency who is to do it, in words, and that it is to be done after all.
alter table record.case_action_state add column agency text;
alter table record.case_action_state drop constraint case_action_state_act_check;
alter table record.case_action_state add constraint case_action_state_act_check
  check (act in ('set', 'moved', 'handed-over', 'done', 'dropped', 'taken-back'));

-- A decision or a child's words that do not stand: the row that says so names them, and why.
alter table record.case_decision add column withdraws uuid;
alter table record.case_words add column withdraws uuid;
create index case_decision_withdraws on record.case_decision (withdraws) where withdraws is not null;
create index case_words_withdraws on record.case_words (withdraws) where withdraws is not null;
