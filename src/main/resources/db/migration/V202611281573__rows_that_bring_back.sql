-- A row without a key that brings back a withdrawn record is chosen by itself, too.
alter table import_change drop constraint import_change_guards_check;
alter table import_change add constraint import_change_guards_check
  check (guards <@ array['WITHDRAWAL', 'LOWER_MARKING', 'REINSTATEMENT']);
