-- That each row of a baseline belongs to one, and each entry has its words, is checked once for all
-- of them instead of row by row. Nothing of it can be taken away afterwards: no row changes.
create table ${publishedSchema}.begun_baseline (
  baseline integer primary key references ${publishedSchema}.baseline deferrable initially deferred
);

create trigger begun_baseline_never_changes before update or delete
  on ${publishedSchema}.begun_baseline
  for each row execute function ${flyway:defaultSchema}.refuse_change();
create trigger begun_baseline_is_never_truncated before truncate
  on ${publishedSchema}.begun_baseline
  for each statement execute function ${flyway:defaultSchema}.refuse_change();

grant select, insert on ${publishedSchema}.begun_baseline to ${applicationRole};
grant select on ${publishedSchema}.begun_baseline to ${publicRole};

create or replace function ${publishedSchema}.refuse_late_rows() returns trigger language plpgsql
set search_path = ${publishedSchema}, pg_temp as $$
begin
  if exists (select from added a join baseline b on b.number = a.baseline) then
    raise exception 'a baseline that is frozen takes no more rows'
      using errcode = 'restrict_violation';
  end if;
  insert into begun_baseline select distinct baseline from added on conflict do nothing;
  return null;
end
$$;

create function ${publishedSchema}.refuse_missing_words() returns trigger language plpgsql
set search_path = ${publishedSchema}, pg_temp as $$
begin
  if exists (
    select from entry e where e.baseline = new.number
      and not exists (select from content c where c.digest = e.digest)) then
    raise exception 'a record of a baseline has no words'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;

create trigger baseline_has_its_words after insert on ${publishedSchema}.baseline
  for each row execute function ${publishedSchema}.refuse_missing_words();

alter table ${publishedSchema}.entry
  drop constraint entry_baseline_fkey,
  drop constraint entry_digest_fkey;
alter table ${publishedSchema}.link drop constraint link_baseline_fkey;
