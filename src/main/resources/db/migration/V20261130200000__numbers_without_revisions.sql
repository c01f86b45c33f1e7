-- The version that a record has since it got a number: who saved on top of an older one is told which it had.
alter table reference_change add column version bigint;

-- The number that the record of a row had when the row was planned; its revision may have been written under another.
alter table import_change add column base_reference text;
