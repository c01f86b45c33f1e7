-- What workbooks and the catalogue both changed, what people decided of it, and the workbooks
-- themselves, to be read again with the decisions. And which imports were undone.

create table import_file (
  import_id bigint not null references import,
  number integer not null,
  bytes bytea not null,
  primary key (import_id, number)
);

create table import_decision (
  import_id bigint not null references import,
  row_number integer not null,
  -- Empty: the whole row.
  field text not null default '',
  choice text not null check (choice in ('UNDECIDED', 'THEIRS', 'OURS', 'LEAVE_OUT')),
  primary key (import_id, row_number, field)
);

create table import_conflict (
  import_id bigint not null references import,
  row_number integer not null,
  ordinal integer not null,
  field text not null,
  base text not null,
  theirs text not null,
  ours text not null,
  choice text not null,
  primary key (import_id, row_number, ordinal)
);

alter table import
  add column undone_at timestamptz,
  add column undone_by text,
  add column undo_note text;

alter table import_change
  -- The stage that the record had when the plan was made.
  add column base_stage text,
  -- What the row says of its key, of a row that does nothing.
  add column said_key text;

grant select, insert, update, delete on import_file, import_decision, import_conflict
  to ${applicationRole};
