-- That an entry has its words is checked for the rows that a statement adds, while the draft is read
-- on, and no more when the baseline is closed: then everybody waited for it. A look-up for each row,
-- since all words that were ever published would be read otherwise.
create function ${publishedSchema}.refuse_entries_without_words() returns trigger language plpgsql
set search_path = ${publishedSchema}, pg_temp
set enable_hashjoin = off
set enable_mergejoin = off
set enable_seqscan = off as $$
begin
  if exists (
    select from added a where not exists (select from content c where c.digest = a.digest)) then
    raise exception 'a record of a baseline has no words'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;

create trigger entry_has_its_words after insert on ${publishedSchema}.entry
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_entries_without_words();

drop trigger baseline_has_its_words on ${publishedSchema}.baseline;
drop function ${publishedSchema}.refuse_missing_words();

-- Nothing of a choice outlasts the transaction that makes it.
alter table chosen set unlogged;
