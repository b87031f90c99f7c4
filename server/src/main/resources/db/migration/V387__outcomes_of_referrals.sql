-- What came of a referral for the child, by its code, beside the words (null: of before there were codes, and of any other step).
alter table record.referral_step add column outcome text;
