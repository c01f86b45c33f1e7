-- References that records had and have no more: a number is another fact than the words below it.
create table reference_change (
  id bigint generated always as identity primary key,
  key text collate "C" not null references record,
  from_reference text collate "C" not null,
  to_reference text collate "C" not null,
  changed_at timestamptz not null,
  changed_by text not null,
  note text,
  check (from_reference <> to_reference)
);

create index reference_change_key on reference_change (key, id);
create index reference_change_from on reference_change (from_reference);

create trigger reference_change_is_append_only before update or delete on reference_change
  for each row execute function refuse_change();
create trigger reference_change_is_never_truncated before truncate on reference_change
  for each statement execute function refuse_change();

grant select, insert on reference_change to ${applicationRole};

-- The changes of numbers that came with a version and were looked at, whether they changed anything.
create table renumbering (
  name text collate "C" primary key,
  looked_at timestamptz not null
);

grant select, insert on renumbering to ${applicationRole};
