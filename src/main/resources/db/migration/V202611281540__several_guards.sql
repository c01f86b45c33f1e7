-- A row may be guarded for several reasons: it withdraws its record and lowers its marking.
alter table import_change add column guards text[] not null default '{}'
  check (guards <@ array['WITHDRAWAL', 'LOWER_MARKING']);
update import_change set guards = array[guard] where guard is not null;
alter table import_change
  drop constraint import_change_pkey,
  add constraint import_change_pkey primary key (import_id, row_number)
    include (outcome, type, guards, parent, sheet, sheet_row),
  drop column guard;
