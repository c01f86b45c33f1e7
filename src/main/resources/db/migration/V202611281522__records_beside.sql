-- The records that have one of these types and sections, each given as type and key with a space
-- between them. They are found by their sections: to compare a name with each record reads them all.
create or replace function keys_beside(pairs text[]) returns setof text
language sql stable parallel safe rows 1000
as $$
  select r.key from unnest(pairs) pair (name)
  cross join lateral (
    select key, type from record where parent = split_part(pair.name, ' ', 2) offset 0) r
  where r.type = split_part(pair.name, ' ', 1)
$$;
