-- The drafting store: records in one outline, their append-only revisions, their links.

create table record (
  key text collate "C" primary key,
  type text not null,
  parent text collate "C" references record deferrable initially deferred,
  position integer not null,
  -- Position of every ancestor and its own, eight hexadecimal digits each: sorting by it is the
  -- order of the outline, and a range of it is a section with all that stands below.
  path text collate "C" not null,
  reference text collate "C",
  title text not null,
  stage text not null,
  revision integer not null,
  -- Counts every change of the row, also those that make no revision: the strong ETag.
  version bigint not null,
  attributes jsonb not null,
  changed_at timestamptz not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('english'::regconfig, title), 'A')
    || jsonb_to_tsvector('english'::regconfig, attributes, '["string"]')
  ) stored
);

comment on table record is 'The current state of each record; derived from its last revision.';

create unique index record_reference on record (reference) where reference is not null;
create index record_path on record (path);
create index record_type_path on record (type, path);
create index record_stage_path on record (stage, path);
create index record_parent_position on record (parent, position);
create index record_attributes on record using gin (attributes jsonb_path_ops);
create index record_search on record using gin (search);

create table revision (
  key text collate "C" not null references record deferrable initially deferred,
  number integer not null check (number > 0),
  stage text not null,
  -- The canonical form; digest is its SHA-256.
  content text not null,
  digest bytea not null check (octet_length(digest) = 32),
  made_at timestamptz not null,
  made_by text not null,
  note text,
  primary key (key, number)
);

create table stage_move (
  id bigint generated always as identity primary key,
  key text collate "C" not null references record,
  revision integer not null,
  from_stage text not null,
  to_stage text not null,
  moved_at timestamptz not null,
  moved_by text not null,
  note text
);

create index stage_move_key on stage_move (key, id);

create table link (
  source text collate "C" not null references record deferrable initially deferred,
  type text not null,
  target text collate "C" not null references record deferrable initially deferred,
  target_revision integer not null,
  note text,
  primary key (source, type, target)
);

comment on table link is 'The outgoing links of each current revision, to be followed both ways.';

create index link_target on link (target, type);

create table key_counter (
  prefix text primary key,
  last integer not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger revision_is_append_only before update or delete on revision
  for each row execute function refuse_change();
create trigger revision_is_never_truncated before truncate on revision
  for each statement execute function refuse_change();
create trigger stage_move_is_append_only before update or delete on stage_move
  for each row execute function refuse_change();
create trigger stage_move_is_never_truncated before truncate on stage_move
  for each statement execute function refuse_change();

-- What the application's role may do: never change or delete a revision, never delete a record.
grant usage on schema ${flyway:defaultSchema} to ${applicationRole};
grant select, insert, update on record, key_counter to ${applicationRole};
grant select, insert on revision, stage_move to ${applicationRole};
grant select, insert, delete on link to ${applicationRole};
