-- What bidders read: baselines, in a schema of its own, and the key that signs them.

create schema if not exists ${publishedSchema};

-- Made on the first start when none is configured. Only the application sees the private half.
create table signing_key (
  id text collate "C" primary key,
  -- PKCS #8.
  private_key bytea not null,
  made_at timestamptz not null
);

grant select, insert on signing_key to ${applicationRole};

-- Keys of records while a baseline is put together. Empty before and after.
create table chosen (
  run bigint not null,
  key text collate "C" not null,
  -- False: drawn in by a record that was asked for.
  asked boolean not null,
  primary key (run, key)
);

create sequence chosen_run;

grant select, insert, update, delete on chosen to ${applicationRole};
grant usage on sequence chosen_run to ${applicationRole};

-- Public halves of all keys that ever signed, so that old signatures keep their worth.
create table ${publishedSchema}.verification_key (
  id text collate "C" primary key,
  -- The 32 bytes of an Ed25519 key.
  public_key bytea not null check (octet_length(public_key) = 32),
  made_at timestamptz not null
);

-- The files of record types that a baseline was frozen with.
create table ${publishedSchema}.schema_files (
  digest bytea primary key check (octet_length(digest) = 32),
  -- File texts by path.
  files json not null
);

-- What records say, shared between baselines.
create table ${publishedSchema}.content (
  digest bytea primary key check (octet_length(digest) = 32),
  type text not null,
  title text not null,
  -- The canonical form; digest is its SHA-256.
  content text not null,
  attributes jsonb not null,
  -- Codes and flags as name=code, for filters and counts.
  facets text[] not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('english'::regconfig, title), 'A')
    || jsonb_to_tsvector('english'::regconfig, attributes, '["string"]')
  ) stored
);

create index content_search on ${publishedSchema}.content using gin (search);
create index content_facets on ${publishedSchema}.content using gin (facets);

create table ${publishedSchema}.baseline (
  number integer primary key,
  -- What stands in addresses, such as sec-v0.01.
  id text collate "C" not null unique,
  name text not null unique,
  dated date not null,
  records integer not null,
  links integer not null,
  -- The root of the hash tree.
  digest bytea not null check (octet_length(digest) = 32),
  schema_digest bytea not null references ${publishedSchema}.schema_files,
  manifest text not null,
  -- JWS in compact form over the manifest.
  signature text not null
);

create table ${publishedSchema}.entry (
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  key text collate "C" not null,
  type text not null,
  revision integer not null,
  stage text not null,
  parent text collate "C",
  path text collate "C" not null,
  reference text collate "C",
  title text not null,
  provisional boolean not null,
  -- Sorts as people count: 6.2.9 comes before 6.2.10.
  natural_order text collate "C" not null,
  digest bytea not null references ${publishedSchema}.content deferrable initially deferred,
  primary key (baseline, key)
);

create unique index entry_path on ${publishedSchema}.entry (baseline, path);
create index entry_type_path on ${publishedSchema}.entry (baseline, type, path);
create unique index entry_natural on ${publishedSchema}.entry (baseline, natural_order, key);
create index entry_type_natural
  on ${publishedSchema}.entry (baseline, type, natural_order, key);
create index entry_reference
  on ${publishedSchema}.entry (baseline, reference) where reference is not null;
create index entry_digest on ${publishedSchema}.entry (digest, baseline);
create index entry_key on ${publishedSchema}.entry (key, baseline);

create table ${publishedSchema}.link (
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  source text collate "C" not null,
  type text not null,
  target text collate "C" not null,
  target_revision integer not null,
  soundness text not null,
  note text,
  primary key (baseline, source, type, target)
);

create index link_target on ${publishedSchema}.link (baseline, target, type);

-- How many records of a type have a facet.
create table ${publishedSchema}.facet (
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  type text not null,
  facet text not null,
  records integer not null,
  primary key (baseline, type, facet)
);

-- What was published, superseded and withdrawn, each entry holding the hash of the one before.
create table ${publishedSchema}.publication (
  sequence integer primary key,
  act text not null check (act in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  digest bytea not null,
  acted_at timestamptz not null,
  acted_by text not null,
  reason text,
  -- The baseline that takes the place of a superseded one.
  successor integer references ${publishedSchema}.baseline deferrable initially deferred,
  previous bytea not null check (octet_length(previous) = 32),
  hash bytea not null unique check (octet_length(hash) = 32)
);

create index publication_baseline on ${publishedSchema}.publication (baseline, sequence);

-- The row of a baseline is written last and closes it: nothing is added afterwards.
create function ${publishedSchema}.refuse_late_rows() returns trigger language plpgsql
set search_path = ${publishedSchema} as $$
begin
  if exists (select from added a join baseline b on b.number = a.baseline) then
    raise exception 'a baseline that is frozen takes no more rows'
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;

create trigger entry_is_closed after insert on ${publishedSchema}.entry
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_late_rows();
create trigger link_is_closed after insert on ${publishedSchema}.link
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_late_rows();
create trigger facet_is_closed after insert on ${publishedSchema}.facet
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_late_rows();

do $$
declare
  name text;
begin
  foreach name in array array[
    'verification_key', 'schema_files', 'content', 'baseline', 'entry', 'link', 'facet',
    'publication'] loop
    execute format(
      'create trigger %1$s_never_changes before update or delete on ${publishedSchema}.%1$s'
      || ' for each row execute function ${flyway:defaultSchema}.refuse_change()', name);
    execute format(
      'create trigger %1$s_is_never_truncated before truncate on ${publishedSchema}.%1$s'
      || ' for each statement execute function ${flyway:defaultSchema}.refuse_change()', name);
  end loop;
end
$$;

-- After freezing: without statistics of its own the server reads a new baseline row by row.
create procedure settle_baselines()
language plpgsql security definer set search_path = ${publishedSchema}, pg_catalog
as $$
begin
  perform gin_clean_pending_list('content_search');
  perform gin_clean_pending_list('content_facets');
  analyze content (digest, type, facets);
  analyze entry;
  analyze link;
end
$$;

revoke all on procedure settle_baselines() from public;
grant execute on procedure settle_baselines() to ${applicationRole};

grant usage on schema ${publishedSchema} to ${applicationRole}, ${publicRole};
grant select, insert on all tables in schema ${publishedSchema} to ${applicationRole};
grant select on all tables in schema ${publishedSchema} to ${publicRole};
