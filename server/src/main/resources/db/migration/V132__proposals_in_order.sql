-- The longest open first, without sorting all of them.
create index proposal_in_order on work.proposal (proposed_at, a, b);

-- Of whom restricted reports speak is asked with every look at people.
create index mention_person_report on record.mention_person (report);
