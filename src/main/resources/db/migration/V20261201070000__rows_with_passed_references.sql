-- A reference that was another record's before is a question in a file that no export wrote.
alter table import_change drop constraint import_change_guards_check;
alter table import_change add constraint import_change_guards_check
  check (guards <@ array['WITHDRAWAL', 'LOWER_MARKING', 'REINSTATEMENT', 'PASSED_REFERENCE']);
