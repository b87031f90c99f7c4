-- How a pack has to be handled, by codes beside the words: separated by commas; null: in words alone.
alter table record.pack add column handling text;
