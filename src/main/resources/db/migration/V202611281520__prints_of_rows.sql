-- Which rows said what their records say, so that the same row need not be read again.
alter table import_change
  -- SHA-256 over the cells of the row and all that decides what they mean; absent: the row is read
  -- whenever it comes.
  add column print bytea,
  -- The names that stand in the row, each with the key of its record after it.
  add column named text[],
  -- Whether its record was found by its title, which another one may have by now.
  add column by_title boolean not null default false;

create index import_change_print on import_change (print, import_id) where print is not null;

-- What pages filter and count by stands in the index of the rows, so that they read no rows for it.
alter table import_change
  drop constraint import_change_pkey,
  add constraint import_change_pkey primary key (import_id, row_number)
    include (outcome, type, guard, parent, sheet, sheet_row);

-- A row without a key means the record with its title.
create index record_title on record using hash (title);

-- Whether an import was applied: one row, or none.
create function applied_import(wanted bigint) returns table (id bigint)
language sql stable parallel safe rows 1
as $$ select id from import where import.id = wanted and state = 'APPLIED' $$;

-- The records of a type with a title.
create function records_titled(wanted_type text, wanted_title text)
returns table (key text, stage text)
language sql stable parallel safe rows 1
as $$
  select key, stage from record where title = wanted_title and type = wanted_type
$$;

create or replace procedure analyze_imports()
language plpgsql security definer set search_path = ${flyway:defaultSchema}
as $$
begin
  analyze import_change (import_id, row_number, type, key, reference, identity, parent_text, print);
  analyze import_link (import_id, row_number, type, target, target_row);
end
$$;
