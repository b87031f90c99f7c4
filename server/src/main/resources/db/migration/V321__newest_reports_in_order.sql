-- The newest reports of somebody or something are read from an index in their order, so that a place in twenty
-- thousand reports costs what a house in four does: no more are read than are followed.
create index mention_person_newest on record.mention_person (person, report);
drop index record.mention_person_person;
create index mention_thing_newest on record.mention_thing (thing, report);
drop index record.mention_thing_thing;
create index thing_mention_newest on record.thing_mention (exact, kind, report);
drop index record.thing_mention_exact;
