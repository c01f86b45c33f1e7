-- What the database itself refuses, whoever writes; and the history of places and stages.

-- The form of a key, said once for statements that must know it.
create function key_of(prefix text, number integer) returns text
language sql immutable strict parallel safe as $$
  select prefix || '-' || lpad(number::text, greatest(4, length(number::text)), '0')
$$;

create function key_prefix(key text) returns text
language sql immutable strict parallel safe as $$ select left(key, 3) $$;

create function key_number(key text) returns integer
language sql immutable strict parallel safe as $$ select substr(key, 5)::integer $$;

-- Whether a path stands below another one, at any depth. Not strict, so that it is written out into
-- statements and they use the index of the paths.
create function is_below(path text, above text) returns boolean
language sql immutable parallel safe as $$
  select path collate "C" > above || '.' and path collate "C" < above || '/'
$$;

-- The stages of the workflow, put here by the application whenever it starts. Stages that the
-- workflow no longer knows stay, as the records that had them do.
create table workflow_stage (
  code text collate "C" primary key
);

insert into workflow_stage
  select stage from record
  union select stage from revision
  union select from_stage from stage_move
  union select to_stage from stage_move;

create function refuse_unknown_stage() returns trigger language plpgsql as $$
declare
  unknown text;
begin
  select added.stage into unknown from added
    where not exists (select from workflow_stage known where known.code = added.stage) limit 1;
  if unknown is not null then
    raise exception 'the workflow has no stage %', unknown
      using errcode = 'check_violation', constraint = tg_table_name || '_stage_known';
  end if;
  return null;
end
$$;

create function refuse_unknown_new_stage() returns trigger language plpgsql as $$
begin
  if not exists (select from workflow_stage known where known.code = new.stage) then
    raise exception 'the workflow has no stage %', new.stage
      using errcode = 'check_violation', constraint = 'record_stage_known';
  end if;
  return null;
end
$$;

create trigger record_stage_is_known after insert on record
  referencing new table as added
  for each statement execute function refuse_unknown_stage();
create trigger record_new_stage_is_known after update of stage on record
  for each row when (old.stage is distinct from new.stage)
  execute function refuse_unknown_new_stage();
create trigger revision_stage_is_known after insert on revision
  referencing new table as added
  for each statement execute function refuse_unknown_stage();

-- A record's path continues its parent's: each is longer than the one above, so that the outline
-- can go in no ring.
create function refuse_ring() returns trigger language plpgsql as $$
begin
  if exists (
    select from added left join record p on p.key = added.parent
    where left(added.path, -8) is distinct from coalesce(p.path || '.', '')) then
    raise exception 'a record would stand below itself, or not where its path says'
      using errcode = 'check_violation', constraint = 'record_outline';
  end if;
  return null;
end
$$;

create function refuse_new_ring() returns trigger language plpgsql as $$
begin
  if exists (
    select from record r left join record p on p.key = r.parent
    where r.key = new.key and left(r.path, -8) is distinct from coalesce(p.path || '.', ''))
    or exists (
    select from record r join record c on c.parent = r.key
    where r.key = new.key and left(c.path, -8) is distinct from r.path || '.') then
    raise exception '% would stand below itself, or not where its path says', new.key
      using errcode = 'check_violation', constraint = 'record_outline';
  end if;
  return null;
end
$$;

create trigger record_stands_in_outline after insert on record
  referencing new table as added
  for each statement execute function refuse_ring();
-- At the end of the transaction: what others put below a record meanwhile comes along in a second
-- statement.
create constraint trigger record_moves_in_outline after update of parent, path on record
  deferrable initially deferred
  for each row when (old.parent is distinct from new.parent or old.path <> new.path)
  execute function refuse_new_ring();

-- Links that were there before are left as they are.
alter table link add constraint link_to_itself check (source <> target) not valid;

-- How a revision came to be, and why a stage changed.
alter table revision add column making text not null default 'EDIT'
  check (making in ('EDIT', 'EDITORIAL', 'CONFIRM', 'UNDO', 'TAKE_OVER'));
alter table stage_move add column kind text not null default 'MOVE'
  check (kind in ('MOVE', 'FALL', 'WITHDRAWAL', 'TAKE_OVER', 'UNDO'));
-- The record that takes the place of a withdrawn one.
alter table stage_move add column replacement text collate "C" references record;
-- What a stage was taken over from.
alter table stage_move add column source text;

-- Moves in the outline, told by the names that people used then.
create table place_move (
  id bigint generated always as identity primary key,
  key text collate "C" not null references record,
  from_parent text collate "C",
  from_name text,
  from_position integer not null,
  -- The record that stood before it, of a move among the same siblings; absent: it was the first.
  from_after text,
  to_parent text collate "C",
  to_name text,
  to_position integer not null,
  to_after text,
  moved_at timestamptz not null,
  moved_by text not null,
  note text
);

create index place_move_key on place_move (key, id);

create trigger place_move_is_append_only before update or delete on place_move
  for each row execute function refuse_change();
create trigger place_move_is_never_truncated before truncate on place_move
  for each statement execute function refuse_change();

grant select, insert on workflow_stage, place_move to ${applicationRole};
