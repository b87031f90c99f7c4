-- A proposal is shown to whoever may see the words that it rests on: of each of the two the report whose
-- words fit best; null where they are a person's own. Proposals follow from the record and are found again,
-- since those of before do not say what they rest on.
alter table work.proposal add column by_a uuid, add column by_b uuid;
delete from work.proposal;
update work.proposed_upto set position = -1;
alter policy see on work.proposal
  using ((select access.has(32768))
    or ((select access.has(512))
      and exists (select 1 from record.person p where p.id = proposal.b)
      and (exists (select 1 from record.person p where p.id = proposal.a)
        or exists (select 1 from record.mention m where m.id = proposal.a))
      and (by_a is null or exists (select 1 from record.report r where r.id = proposal.by_a))
      and (by_b is null or exists (select 1 from record.report r where r.id = proposal.by_b))));
