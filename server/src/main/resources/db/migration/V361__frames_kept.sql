-- The frame's lines, identifiers and strata, as whoever drew had them: what its hash is of. So it is drawn again whatever
-- became of the record since, and by whoever works in a part of it alone. Null: drawn before frames were kept.
alter table record.inspection add column frame_lines text;
alter table record.recording_audit add column frame_lines text;

-- Who answers for an action, where it is somebody with an account: null where a post alone is named.
alter table record.inspection_action add column owner_account uuid;
create index inspection_action_owner on record.inspection_action (owner_account);
