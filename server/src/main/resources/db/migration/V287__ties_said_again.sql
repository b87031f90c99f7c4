-- A source may say again of the same two that it is confirmed, or no longer. Its own keys tell who they are, so that these
-- are looked up by; few mentions have one.
alter table record.tie drop constraint tie_mention_other_says_key;
create index tie_mention on record.tie (mention);
create index mention_source_key on record.mention (source_key) where source_key is not null;
