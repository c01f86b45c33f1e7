-- Workbooks that were read, and what they would change.

create table import (
  id bigint generated always as identity primary key,
  file_name text not null,
  profile text not null,
  digest bytea not null,
  state text not null,
  rows integer not null default 0,
  errors integer not null default 0,
  warnings integer not null default 0,
  -- The last number of each key prefix when the plan was made.
  counters jsonb not null default '{}',
  -- How many records of the same types and sections no row names.
  missing integer not null default 0,
  started_at timestamptz not null,
  started_by text not null,
  applied_at timestamptz,
  applied_by text,
  note text
);

create table import_finding (
  import_id bigint not null references import,
  number integer not null,
  severity text not null,
  code text not null,
  sheet text not null,
  sheet_row integer,
  sheet_column integer,
  found text,
  expected text not null,
  primary key (import_id, number)
);

create table import_change (
  import_id bigint not null references import,
  row_number integer not null,
  sheet text not null,
  sheet_row integer not null,
  type text not null,
  outcome text not null,
  -- Key of the record that the row matches, or the key that a new record is to have.
  key text collate "C",
  -- Counts the new records of a type that get their key when the import is applied.
  new_number integer,
  title text not null,
  reference text collate "C",
  identity text,
  -- Values that no other record may have, as name and value.
  uniques text[] not null,
  parent text collate "C",
  parent_row integer,
  parent_text text,
  stage text not null,
  base_version bigint,
  base_revision integer,
  makes_revision boolean not null,
  changed text[] not null,
  attributes jsonb not null,
  primary key (import_id, row_number)
);

create index import_change_key on import_change (import_id, key);
create index import_change_reference on import_change (import_id, reference);

create table import_link (
  import_id bigint not null,
  row_number integer not null,
  sheet text not null,
  sheet_row integer not null,
  source_type text not null,
  ordinal integer not null,
  -- Absent: an attribute names the target, and only has to be checked.
  type text,
  allowed text[] not null default '{}',
  target_text text not null,
  target text collate "C",
  target_row integer,
  target_revision integer,
  note text,
  sheet_column integer not null,
  primary key (import_id, row_number, ordinal)
);

grant select, insert, update, delete on import, import_finding, import_change, import_link
  to ${applicationRole};
