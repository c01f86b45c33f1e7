-- The reference of a record is the path of its numbers, such as Annex C / 6 / (b). Who asks for the last of
-- them alone is shown all paths that end with it.
create index record_number on record (regexp_replace(reference, '^.* / ', ''))
  where reference like '% / %';
create index entry_number on ${publishedSchema}.entry (baseline, regexp_replace(reference, '^.* / ', ''))
  where reference like '% / %';
