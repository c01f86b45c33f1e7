-- A row that needs one which is chosen by itself is chosen by itself too.
alter table import_change drop constraint import_change_guards_check;
alter table import_change add constraint import_change_guards_check
  check (guards <@ array['WITHDRAWAL', 'LOWER_MARKING', 'REINSTATEMENT', 'PASSED_REFERENCE',
    'NEEDS_ROW']);
