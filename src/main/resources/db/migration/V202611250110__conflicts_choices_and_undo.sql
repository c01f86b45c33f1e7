-- What workbooks and the catalogue both changed and what people decided of it, which rows are to
-- be applied, and which imports were undone.

create table import_conflict (
  import_id bigint not null references import,
  row_number integer not null,
  ordinal integer not null,
  -- Name of an attribute or link type, or section or stage.
  field text not null,
  base text not null,
  theirs text not null,
  ours text not null,
  choice text not null default 'UNDECIDED' check (choice in ('UNDECIDED', 'THEIRS', 'OURS')),
  primary key (import_id, row_number, ordinal)
);

alter table import
  add column undone_at timestamptz,
  add column undone_by text,
  add column undo_note text;

alter table import_change
  -- Whether applying the import does what the row says.
  add column chosen boolean not null default true,
  -- The stage that the record had when the plan was made.
  add column base_stage text,
  -- Where the record stood among its siblings before the import moved it.
  add column base_position integer;

grant select, insert, update, delete on import_conflict to ${applicationRole};
