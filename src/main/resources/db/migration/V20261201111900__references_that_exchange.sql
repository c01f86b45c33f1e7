-- Rows of one workbook may exchange references: whether two records have one is seen when all are
-- written.
drop index record_reference;
alter table record
  add constraint record_reference unique (reference) deferrable initially immediate;
