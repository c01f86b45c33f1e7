-- What a plan keeps of a row besides what its record would say.
alter table import_change
  -- The stage that the row asks for; absent: none.
  add column asked_stage text,
  -- The stage to which new words of the record fall.
  add column falls_to text,
  -- Where among its siblings the row wants its record.
  add column place text,
  -- Why the row is applied only when it is chosen by itself.
  add column guard text check (guard in ('WITHDRAWAL', 'LOWER_MARKING')),
  -- The section where the record stood before the import moved it.
  add column base_parent text collate "C";

-- Plans that were made before ask for the stage that they say.
update import_change c set asked_stage = c.stage
  where c.outcome in ('CHANGED', 'CONFLICT') and 'stage' = any(c.changed);
-- Where imports moved records, the parent that the revision before the import says.
update import_change c set base_parent = cast(v.content as jsonb) ->> 'parent'
  from revision v
  where c.base_position is not null and v.key = c.key and v.number = c.base_revision;

-- Whether it is loaded into an empty catalogue, so that records may state stages reached elsewhere.
alter table import add column taken_over boolean not null default false,
  -- Rows that are applied only when they are chosen by themselves.
  add column guarded integer not null default 0,
  -- Whether whoever applied it said that its new words mean the same.
  add column editorial boolean not null default false;

-- What plans ask of the records, so that their statements need no table of them.

-- The records that stand below a record, at any depth, and that record.
create function keys_under(section text) returns setof text
language sql stable parallel safe rows 1000
as $$
  select b.key from record s join record b on b.path = s.path or is_below(b.path, s.path)
  where s.key = section
$$;

-- The records that have one of these types and sections, each given as type and key with a space
-- between them.
create function keys_beside(pairs text[]) returns setof text
language sql stable parallel safe rows 1000
as $$
  select r.key from record r join unnest(pairs) pair (name) on pair.name = r.type || ' ' || r.parent
$$;

-- A record without its words.
create function record_standing(wanted text)
returns table (key text, type text, parent text, path text, reference text, title text, stage text,
  revision integer, version bigint)
language sql stable parallel safe rows 1
as $$
  select key, type, parent, path, reference, title, stage, revision, version
  from record where record.key = wanted
$$;
