-- Profiles that people saved: how a source of workbooks names its sheets, columns and values.

create table import_profile (
  name text collate "C" not null,
  -- Replacing a profile adds a version; the highest one counts.
  version integer not null,
  label text not null,
  -- In the form of the profiles that are files.
  content jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  removed_at timestamptz,
  removed_by text,
  primary key (name, version)
);

grant select, insert on import_profile to ${applicationRole};
grant update (removed_at, removed_by) on import_profile to ${applicationRole};
