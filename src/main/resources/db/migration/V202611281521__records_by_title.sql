-- The records of a type with a title. Without the offset the database may also read all records of
-- the type, for each title anew, when it does not know yet how different the titles are.
create or replace function records_titled(wanted_type text, wanted_title text)
returns table (key text, stage text)
language sql stable parallel safe rows 1
as $$
  select key, stage from (
    select key, stage, type from record where title = wanted_title offset 0) titled
  where type = wanted_type
$$;
