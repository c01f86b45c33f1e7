-- Why records that an earlier baseline holds are in this one no more: for baselines from now on.
create table ${publishedSchema}.withdrawn_record (
  baseline integer not null references ${publishedSchema}.baseline deferrable initially deferred,
  key text collate "C" not null,
  reason text,
  -- The record of the same baseline that takes its place.
  replacement text collate "C",
  primary key (baseline, key)
);

create trigger withdrawn_record_is_closed after insert on ${publishedSchema}.withdrawn_record
  referencing new table as added
  for each statement execute function ${publishedSchema}.refuse_late_rows();
create trigger withdrawn_record_never_changes before update or delete
  on ${publishedSchema}.withdrawn_record
  for each row execute function ${flyway:defaultSchema}.refuse_change();
create trigger withdrawn_record_is_never_truncated before truncate
  on ${publishedSchema}.withdrawn_record
  for each statement execute function ${flyway:defaultSchema}.refuse_change();

grant select, insert on ${publishedSchema}.withdrawn_record to ${applicationRole};
grant select on ${publishedSchema}.withdrawn_record to ${publicRole};
