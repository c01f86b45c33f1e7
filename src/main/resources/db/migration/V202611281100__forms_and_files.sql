-- Published files: the forms that they were published in, and those that are written ahead.
-- Freezing as work that outlives the request that asks for it.

-- In which form files of a kind belong to a baseline; where there is no row, in the first.
create table ${publishedSchema}.form (
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  kind text not null,
  form integer not null check (form > 1),
  primary key (baseline, kind)
);

create trigger form_is_closed after insert on ${publishedSchema}.form
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_late_rows();

-- Files that are there for every node, in pieces. They are added after their baseline is closed,
-- because they are written from it.
create table ${publishedSchema}.file (
  id bigint primary key,
  -- Kind, form, baseline and part: no other file has them, and these bytes belong to them for ever.
  name text collate "C" not null unique,
  bytes bigint not null,
  digest bytea not null check (octet_length(digest) = 32)
);

create table ${publishedSchema}.file_piece (
  file bigint not null references ${publishedSchema}.file,
  piece integer not null,
  content bytea not null,
  primary key (file, piece)
);

create sequence ${publishedSchema}.file_id;

do $$
declare
  name text;
begin
  foreach name in array array['form', 'file', 'file_piece'] loop
    execute format(
      'create trigger %1$s_never_changes before update or delete on ${publishedSchema}.%1$s'
      || ' for each row execute function ${flyway:defaultSchema}.refuse_change()', name);
    execute format(
      'create trigger %1$s_is_never_truncated before truncate on ${publishedSchema}.%1$s'
      || ' for each statement execute function ${flyway:defaultSchema}.refuse_change()', name);
  end loop;
end
$$;

grant select, insert on ${publishedSchema}.form, ${publishedSchema}.file,
  ${publishedSchema}.file_piece to ${applicationRole};
grant usage on sequence ${publishedSchema}.file_id to ${applicationRole};
grant select on ${publishedSchema}.form, ${publishedSchema}.file, ${publishedSchema}.file_piece
  to ${publicRole};

-- What somebody asked to be frozen, and what came of it.
create table freezing (
  id bigint generated always as identity primary key,
  request jsonb not null,
  -- Present: what stopped it.
  report jsonb,
  -- Present: id of the baseline.
  baseline text collate "C"
);

grant select, insert, update on freezing to ${applicationRole};

-- What was found out of contents when they were frozen, so that it need not be found out again.
-- Each row follows from its content alone; all of them may be deleted at any time.
create table known_content (
  -- Of a revision.
  digest bytea primary key,
  -- Keys that are values of their own: targets of links, references, the record above.
  refers text[] not null,
  -- Keys that its texts name besides.
  mentions text[] not null,
  -- SHA-256 of stage, place and record types with which nothing was found wrong with the words;
  -- absent: something was.
  judged bytea,
  -- Digest of what was published of it.
  published bytea not null,
  facets text[] not null
);

grant select, insert, delete on known_content to ${applicationRole};
