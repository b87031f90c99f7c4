-- Mentions of whom none means anybody on record yet, and which are likely of one person: a is the one whose
-- identifier sorts first, b each of the others, alike how many there are in all. Who may not see every one of them sees
-- nothing of the proposal, since the others alone would not be what was proposed.
alter table work.proposal drop constraint proposal_kind_check;
alter table work.proposal add constraint proposal_kind_check check (kind in ('people', 'mention', 'mentions'));
alter table work.proposal add column alike int;
alter policy see on work.proposal
  using ((select access.has(32768))
    or ((select access.has(512))
      and (exists (select 1 from record.person p where p.id = proposal.b)
        or (kind = 'mentions' and exists (select 1 from record.mention m where m.id = proposal.b)))
      and (exists (select 1 from record.person p where p.id = proposal.a)
        or exists (select 1 from record.mention m where m.id = proposal.a))
      and (by_a is null or exists (select 1 from record.report r where r.id = proposal.by_a))
      and (by_b is null or exists (select 1 from record.report r where r.id = proposal.by_b))));
update work.proposed_upto set position = -1;

-- A decision that two mentions are of two people is kept as one on two people is: by their identifiers.
alter policy see on record.identity_decision
  using ((select access.has(512))
    and (exists (select 1 from record.person p where p.id = identity_decision.a)
      or exists (select 1 from record.mention m where m.id = identity_decision.a))
    and (exists (select 1 from record.person p where p.id = identity_decision.b)
      or exists (select 1 from record.mention m where m.id = identity_decision.b)));
alter policy add on record.identity_decision
  with check (entry in (select access.own_entries(512))
    and (exists (select 1 from record.person p where p.id = identity_decision.a)
      or exists (select 1 from record.mention m where m.id = identity_decision.a))
    and (exists (select 1 from record.person p where p.id = identity_decision.b)
      or exists (select 1 from record.mention m where m.id = identity_decision.b)));

-- It goes with the report of either.
do $$
declare
  was text := pg_get_functiondef('record.rows_of_report(uuid)'::regprocedure);
  ofPeople text := 'where f.a in (select a.person from alone a) or f.b in (select a.person from alone a)';
begin
  if position(ofPeople in was) = 0 then
    raise exception 'record.rows_of_report has no decisions on people';
  end if;
  execute replace(was, ofPeople, ofPeople
    || ' or f.a in (select s.id from spoken s) or f.b in (select s.id from spoken s)');
end $$;
