-- What people take for the same reference, as the class Likeness has it: capitals or not, wide letters or not, one
-- blank or more. Of the records of a type that are called so, one that is new is refused.
create function reference_likeness(reference text) returns text
  language sql immutable strict parallel safe
  return lower(btrim(regexp_replace(normalize(reference, NFKC), '\s+', ' ', 'g')) collate "default");

create index record_reference_likeness on record (reference_likeness(reference))
  where reference is not null;
