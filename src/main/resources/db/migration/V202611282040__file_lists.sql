-- The files of a baseline are signed too: lists of their digests, each added when files were
-- written. A list never changes; another form of a writer adds another list.

create table ${publishedSchema}.file_list (
  baseline integer not null references ${publishedSchema}.baseline,
  number integer not null check (number > 0),
  -- What is signed: canonical JSON.
  statement text not null,
  -- JWS in compact form over it.
  signature text not null,
  made_at timestamptz not null,
  primary key (baseline, number)
);

-- The files of the lists, to be found by what they are.
create table ${publishedSchema}.listed_file (
  baseline integer not null,
  list integer not null,
  place integer not null,
  digest bytea not null check (octet_length(digest) = 32),
  name text collate "C" not null,
  -- The file that it is a part of.
  within text collate "C",
  -- What people call it.
  title text not null,
  form integer not null,
  primary key (baseline, list, place),
  foreign key (baseline, list) references ${publishedSchema}.file_list
);

create index listed_file_digest on ${publishedSchema}.listed_file (digest);

do $$
declare
  name text;
begin
  foreach name in array array['file_list', 'listed_file'] loop
    execute format(
      'create trigger %1$s_never_changes before update or delete on ${publishedSchema}.%1$s'
      || ' for each row execute function ${flyway:defaultSchema}.refuse_change()', name);
    execute format(
      'create trigger %1$s_is_never_truncated before truncate on ${publishedSchema}.%1$s'
      || ' for each statement execute function ${flyway:defaultSchema}.refuse_change()', name);
  end loop;
end
$$;

grant select, insert on ${publishedSchema}.file_list, ${publishedSchema}.listed_file
  to ${applicationRole};
grant select on ${publishedSchema}.file_list, ${publishedSchema}.listed_file to ${publicRole};
